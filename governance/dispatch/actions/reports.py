"""Which figures the work reports show: a preset brings them."""

from django.db import transaction
from django.utils.translation import gettext as _

from governance.dispatch.models import ReportFigure
from governance.kernel.errors import Refused
from governance.kernel.wording import listed
from governance.statistics import registry


@transaction.atomic
def load_report_figures(rows: list[dict]) -> None:
    """Add the figures a preset brings; a kind of report that has figures keeps its own."""
    wanted = {indicator for row in rows for section in row["sections"] for indicator in section["indicators"]}
    if unknown := sorted(wanted - registry.indicators().keys()):
        raise Refused(
            "no_such_indicator", _("没有这些指标：{}，请对照指标目录修改。").format(listed(unknown))
        )
    for row in rows:
        if not ReportFigure.objects.filter(kind=row["kind"]).exists():
            figures = [
                (section["title"], indicator)
                for section in row["sections"]
                for indicator in section["indicators"]
            ]
            ReportFigure.objects.bulk_create(
                ReportFigure(
                    kind=row["kind"],
                    position=position,
                    section=section,
                    indicator=indicator,
                    is_ranked=indicator == row["ranked"],
                    is_followed=indicator == row["followed"],
                )
                for position, (section, indicator) in enumerate(figures, start=1)
            )
