"""The registers of mediation that come and go as files."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from disputes.enums.rights import Right
from disputes.filters.litigation import LitigationFilter
from disputes.filters.series import SeriesHouseholdFilter
from disputes.models import LitigationFigure, Series, SeriesMember
from disputes.tables.litigation import LITIGATION_COLUMNS
from disputes.tables.litigation_ledger import LitigationLedger
from disputes.tables.series_ledger import HOUSEHOLD_COLUMNS, HouseholdLedger
from governance.files.layouts import TableLayout, filtered_rows
from governance.people.models import User
from governance.statistics.enums import Right as StatisticsRight


def _figures(user: User, query: str) -> QuerySet:
    return filtered_rows(LitigationFilter, LitigationFigure.objects.for_user(user), user, query)


def _households(user: User, query: str) -> QuerySet:
    return filtered_rows(SeriesHouseholdFilter, SeriesMember.objects.for_user(user), user, query)


def _series(user: User) -> QuerySet:
    return Series.objects.for_user(user).select_related("area")


LAYOUTS = (
    TableLayout(
        key="litigation",
        title=gettext_lazy("诉讼数据"),
        right=Right.LITIGATION,
        view_right=StatisticsRight.VIEW,
        columns=LITIGATION_COLUMNS,
        ledger=LitigationLedger,
        page="disputes:litigation_list",
        rows=_figures,
    ),
    TableLayout(
        key="series_households",
        title=gettext_lazy("系列案户名单"),
        right=Right.MEDIATE,
        view_right=Right.VIEW,
        columns=HOUSEHOLD_COLUMNS,
        ledger=HouseholdLedger,
        page="disputes:series_detail",
        rows=_households,
        targets=_series,
        import_page="disputes:series_import",
    ),
)
