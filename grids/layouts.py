"""The ledgers of grid work that come and go as files, each with the list it is taken from."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from governance.files.layouts import TableLayout, filtered_rows
from governance.kernel.days import today
from governance.party.enums import Right as PartyRight
from governance.people.models import User
from grids.enums.rights import Right
from grids.filters.body_posts import BodyPostFilter
from grids.filters.roster import HouseholdFilter
from grids.filters.territory import BuildingFilter, CompoundFilter, GridFilter, GridWorkerFilter
from grids.models import BodyPost, BuildingGroup, CareTag, Compound, Grid, GridWorker, Household, Resident
from grids.tables import columns
from grids.tables.post_ledger import BodyPostLedger
from grids.tables.roster_ledgers import HouseholdLedger, ResidentLedger, TagLedger
from grids.tables.team_ledger import WorkerLedger
from grids.tables.territory_ledgers import BuildingLedger, CompoundLedger, GridLedger


def _compounds(user: User, query: str) -> QuerySet:
    return filtered_rows(CompoundFilter, Compound.objects.for_user(user), user, query)


def _buildings(user: User, query: str) -> QuerySet:
    return filtered_rows(BuildingFilter, BuildingGroup.objects.for_user(user), user, query)


def _grids(user: User, query: str) -> QuerySet:
    return filtered_rows(GridFilter, Grid.objects.for_user(user), user, query)


def _workers(user: User, query: str) -> QuerySet:
    return filtered_rows(GridWorkerFilter, GridWorker.objects.for_user(user), user, query)


def _households(user: User, query: str) -> QuerySet:
    return filtered_rows(HouseholdFilter, Household.objects.for_user(user), user, query)


def _residents(user: User, query: str) -> QuerySet:
    homes = _households(user, query).values("pk")
    return Resident.objects.for_user(user).living_here().filter(household__in=homes)


def _tags(user: User, query: str) -> QuerySet:
    homes = _households(user, query).values("pk")
    return CareTag.objects.for_user(user).live_on(today()).filter(household__in=homes)


def _posts(user: User, query: str) -> QuerySet:
    return filtered_rows(BodyPostFilter, BodyPost.objects.for_user(user), user, query)


def _layout(
    key, title, columns_, ledger, page, rows, *, view_right=Right.VIEW, right=Right.MANAGE
) -> TableLayout:
    return TableLayout(
        key=key,
        title=title,
        right=right,
        view_right=view_right,
        columns=columns_,
        ledger=ledger,
        page=page,
        rows=rows,
    )


_ROSTER = {"page": "grids:household_list", "view_right": Right.ROSTER}
LAYOUTS = (
    _layout(
        "compounds", gettext_lazy("小区名册"), columns.COMPOUND_COLUMNS, CompoundLedger,
        "grids:compound_list", _compounds,
    ),
    _layout(
        "grids", gettext_lazy("网格名册"), columns.GRID_COLUMNS, GridLedger, "grids:grid_list", _grids
    ),
    _layout(
        "buildings", gettext_lazy("楼院名册"), columns.BUILDING_COLUMNS, BuildingLedger,
        "grids:building_list", _buildings,
    ),
    _layout(
        "workers", gettext_lazy("网格队伍名册"), columns.WORKER_COLUMNS, WorkerLedger,
        "grids:worker_list", _workers,
    ),
    _layout(
        "households", gettext_lazy("住户名册"), columns.HOUSEHOLD_COLUMNS, HouseholdLedger,
        rows=_households, **_ROSTER,
    ),
    _layout(
        "residents", gettext_lazy("居民名册"), columns.RESIDENT_COLUMNS, ResidentLedger,
        rows=_residents, **_ROSTER,
    ),
    _layout(
        "care_tags", gettext_lazy("关爱标签名册"), columns.TAG_COLUMNS, TagLedger, rows=_tags, **_ROSTER
    ),
    _layout(
        "body_posts", gettext_lazy("任职名册"), columns.BODY_POST_COLUMNS, BodyPostLedger,
        "grids:body_post_list", _posts, view_right=PartyRight.VIEW, right=PartyRight.MANAGE,
    ),
)  # fmt: skip
