"""What became of the agreements of the last year, and what was large, criminal or came back."""

from django.utils.translation import gettext_lazy as _

from disputes.models.standing import Standing, disputes_standing
from governance.statistics.definitions import Figure, Group, Indicator, Rows, Stock

_OWNER = _("政法委")


def _figure(what: Standing) -> Figure:
    listed = Rows("dispute-list", "disputes:case_list", filters={"standing": what})
    return Figure(
        Stock(f"disputes.standing.{what}", disputes_standing(what), area="case__area"), what.label, listed
    )


def _indicator(key: str, name: str, formula: str, numerator: Standing, denominator=None, **more) -> Indicator:
    return Indicator(
        f"disputes.{key}", name=name, unit="%" if denominator else _("件"), group=Group.DISPUTES, owner=_OWNER,
        formula=formula, numerator=_figure(numerator), denominator=denominator and _figure(denominator),
        on_board=False, **more,
    )  # fmt: skip


DATASETS: list = []
INDICATORS = [
    _indicator(
        "performance_rate", _("协议履行率"),
        _("近一年有义务到期的协议中到期义务全部履行的件数 ÷ 有义务到期的件数 × 100%；不再履行的义务不计"),
        Standing.PERFORMED, Standing.PERFORMANCE_DUE,
    ),
    _indicator(
        "confirmation_rate", _("司法确认率"),
        _("近一年生效的书面协议中法院裁定确认有效的件数 ÷ 书面协议件数 × 100%；依法不能申请司法确认的类别不计"),
        Standing.CONFIRMED, Standing.CONFIRMABLE,
    ),
    _indicator(
        "group_count", _("群体性纠纷"), _("近一年受理的群体性纠纷件数（国标表 90 的 02、03）"), Standing.GROUP,
        higher_is_better=None,
    ),
    _indicator(
        "criminal_count", _("民转刑苗头"), _("近一年调解中发现犯罪或者暴力苗头、已报告公安机关的纠纷件数"),
        Standing.CRIMINAL, higher_is_better=False,
    ),
    _indicator(
        "again_rate", _("重复投诉率"),
        _("近一年受理的纠纷中，同一申请人（同一电话）十二个月内再次申请的件数 ÷ 受理件数 × 100%"),
        Standing.AGAIN, Standing.HANDLED, higher_is_better=False,
    ),
]  # fmt: skip
