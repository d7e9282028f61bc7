"""How much of what supervision found is put right."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.dispatch.models import ActionItem
from governance.statistics.definitions import Figure, Gap, Group, Indicator, Rows, Stock

DATASETS: list = []


def rectifications(as_of: date):
    return ActionItem.objects.rectifications_on(as_of)


def rectified(as_of: date):
    return ActionItem.objects.rectifications_on(as_of).cleared_on(as_of)


def _tasks(**filters) -> Rows:
    filters = {"rectification": "true", **filters}
    return Rows("dispatch-action-list", "dispatch:action_list", filters=filters, as_of="as_of")


INDICATORS = [
    Indicator(
        "dispatch.rectified_share",
        name=_("督导问题整改率"),
        unit="%",
        group=Group.HOUSING,
        owner=_("政府督查室"),
        levels=("city", "county", "township"),
        formula=_("当日已销号的现场督导整改任务数 ÷ 当日以前下达的整改任务总数 × 100%；已撤销的不计"),
        numerator=Figure(Stock("dispatch.rectified", rectified), _("已整改的问题"), _tasks(cleared="true")),
        denominator=Figure(Stock("dispatch.rectifications", rectifications), _("督导发现的问题"), _tasks()),
        gap=Gap(_("没有整改的问题"), _tasks(cleared="false")),
        on_board=False,
    ),
]
