"""The registers of mediation that come and go as files."""

from types import SimpleNamespace

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.enums.rights import Right
from disputes.filters.series import SeriesHouseholdFilter
from disputes.models import Series, SeriesMember
from disputes.tables.series_ledger import HOUSEHOLD_COLUMNS, HouseholdLedger
from governance.files.layouts import TableLayout
from governance.people.models import User


def _households(user: User, query: str) -> QuerySet:
    rows = SeriesMember.objects.for_user(user)
    found = SeriesHouseholdFilter(QueryDict(query), queryset=rows, request=SimpleNamespace(user=user))
    if not found.is_valid():
        raise BadRequest(_("筛选条件有误，请回到列表重新筛选后再导出。"))
    return found.qs


def _series(user: User) -> QuerySet:
    return Series.objects.for_user(user).select_related("area")


LAYOUTS = (
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
