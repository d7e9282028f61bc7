"""社区工作台: what a community has to see to, section by section, each in a fixed number of statements."""

from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Sum
from django.utils.translation import gettext as _

from governance.casework.enums import Right as CaseRight
from governance.kernel.days import quarter_start
from governance.people.duties import handed_duties, keepers_of
from governance.people.enums import Right as PeopleRight
from governance.people.models import Handover, Post, User
from grids.enums.advisers import AdviserWork
from grids.enums.rights import CouncilRight, EventRight, Right
from grids.enums.standards import Standard
from grids.models import (
    AdviserAssignment,
    AdviserDuty,
    AdviserRecord,
    BuildingGroup,
    CareTag,
    Community,
    CommunityOrg,
    CommunityStandard,
    CouncilTopic,
    Grid,
    Household,
    NeedRequest,
    OrgKind,
    Visit,
)

SHOWN = 6  # rows of a section; the rest is behind its link


def desk_sections(community: Community, user: User, day: date) -> dict:
    """Everything on the desk of a community for a user, on a day."""
    code, standards = community.code, CommunityStandard.by_code()
    return {
        "today": day,
        "households": _households(code, user),
        "vacancies": _vacancies(code, user, day),
        "kept": kept_seats(code, day),
        "contacts": _contacts(code, user, day, standards[Standard.CARE_CONTACT]),
        "needs": _needs(code, user),
        "topics": _topics(code, user),
        "adviser": _adviser(code, user, day, standards),
        "orgs": _orgs(code, user, day, standards[Standard.ORGS]),
        "handovers": Handover.objects.for_user(user)
        .within(code)
        .open()
        .for_list()
        .order_by("begun_at")[:SHOWN],
        "may_manage": user.may(Right.MANAGE, code),
        "may_staff": user.may(Right.MANAGE, code) and user.may(PeopleRight.MANAGE, code),
        "may_run_council": user.may(CouncilRight.RUN, code),
        "may_see_events": user.may(EventRight.VIEW),
        "may_see_queue": user.may(CaseRight.VIEW),
        "may_see_council": user.may(CouncilRight.VIEW, code),
    }


def kept_seats(code: str, day: date) -> list[dict]:
    """Vacant seats that still own something: what, how much, and who sees to it meanwhile."""
    seats = list(Post.objects.within(code).vacant_on(day).select_related("role", "area"))
    owned = dict.fromkeys((seat.pk for seat in seats), 0)
    for duty in handed_duties(of_seat=True):
        rows = duty.rows().filter(**{f"{duty.owner}__in": seats}).order_by().values_list(duty.owner)
        for seat, count in rows.annotate(n=Count("pk")):
            owned[seat] += count
    busy = [seat for seat in seats if owned[seat.pk]]
    keepers = keepers_of(busy, day=day)
    return [{"seat": seat, "count": owned[seat.pk], "keeper": keepers[seat.pk]} for seat in busy]


def _households(code: str, user: User) -> int:
    groups = BuildingGroup.objects.for_user(user).within(code).filter(area__closed_on__isnull=True)
    return groups.aggregate(n=Sum("household_count"))["n"] or 0


def _vacancies(code: str, user: User, day: date):
    vacant = Grid.objects.for_user(user).within(code).unstaffed(day).for_list(day)
    return vacant.with_vacancy(day).order_by("area_code")[:SHOWN]


def _contacts(code: str, user: User, day: date, days: int) -> dict | None:
    """Households with a care tag that nobody has been in touch with for `days`: a reminder for the community."""
    if not user.may(Right.ROSTER, code) or not days:
        return None
    tagged = CareTag.objects.live_on(day).filter(household=OuterRef("pk"))
    since = day - timedelta(days=days)
    met = Visit.objects.filter(household=OuterRef("pk"), visited_on__gte=since)
    cared = Household.objects.for_user(user).within(code).filter(Exists(tagged))
    return {"days": days, "all": cared.count(), "waiting": cared.filter(~Exists(met)).count()}


def _needs(code: str, user: User) -> dict:
    needs = NeedRequest.objects.for_user(user).within(code).open()
    return {
        "count": needs.count(),
        "rows": needs.for_list().order_by("opened_on", "id")[:SHOWN],
    }


def _topics(code: str, user: User):
    return (
        CouncilTopic.objects.for_user(user)
        .within(code)
        .open()
        .for_list()
        .order_by("proposed_on", "id")[:SHOWN]
    )


def _adviser(code: str, user: User, day: date, standards: dict[str, int]) -> dict:
    serving = AdviserAssignment.objects.for_user(user).live_on(day).filter(area_code=code)
    duties = AdviserDuty.objects.for_user(user).within(code).in_month(day).order_by("on", "from_time")
    lectures = (
        AdviserRecord.objects.for_user(user)
        .within(code)
        .filter(kind=AdviserWork.LECTURE, on__gte=quarter_start(day), on__lte=day)
    )
    found = list(duties)
    return {
        "assignment": serving.select_related("adviser").first(),
        "duties": found,
        "checks": [
            _check(_("本月值班"), len({duty.on for duty in found}), standards[Standard.ADVISER_DUTIES]),
            _check(_("本季度讲座"), lectures.count(), standards[Standard.ADVISER_LECTURES]),
        ],
    }


def _orgs(code: str, user: User, day: date, target: int) -> dict:
    orgs = CommunityOrg.objects.for_user(user).within(code).in_force(day)
    by_kind = dict(orgs.order_by().values_list("kind").annotate(n=Count("pk")))
    kinds = OrgKind.objects.filter(in_use=True)
    return {
        "rows": [{"kind": kind, "count": by_kind.get(kind.pk, 0)} for kind in kinds],
        "check": _check(_("社区组织"), sum(by_kind.values()), target),
    }


def _check(label: str, count: int, least: int) -> dict:
    """One line of a checklist: how many there are, how many the place asks for."""
    return {"label": label, "count": count, "least": least, "lacking": max(least - count, 0)}
