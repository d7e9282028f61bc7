"""Faults in cases, disputes, dispatch and the party chain."""

from datetime import timedelta

from django.utils import timezone

from disputes.enums.centres import RECEPTIONS_KEPT
from disputes.models import AgreementParty, Party, Reception
from governance.areas.models import Area
from governance.casework.models import CalendarDay, Case, RuleSet
from governance.dispatch.models import ActionItem, Cycle, CycleRule, CycleRun, Notice
from governance.kernel.days import today
from governance.party.models import PartyOrg, PartyOrgParent, PartyTerm
from governance.people.models import Post, PostHolding
from tests.factories.dispatch import make_cycle, make_notice, make_rule
from tests.factories.dispatch_meetings import make_action
from tests.factories.disputes import make_accepted, make_agreement, make_centre, make_reception
from tests.factories.orders import make_order, make_seat
from tests.factories.party import make_org
from tests.factories.people import hold, make_user
from tests.integrity.planting import COMMUNITY, COUNTY, GRID, TOWN, plant

SOON = timedelta(days=7)


def _case(sound, **fields) -> Case:
    """An open case somebody has, its clock set."""
    seat = hold(make_user(), "mediator", sound[TOWN]).post
    given = {"owner_post": seat, "owner_area": sound[TOWN], "tick_at": timezone.now() + SOON, **fields}
    return make_accepted(sound[GRID], **given).case


def _change(row, **fields) -> None:
    """Past verbs and `save`, as a statement of its own would."""
    type(row)._base_manager.filter(pk=row.pk).update(**fields)


def _ago(**span):
    return timezone.now() - timedelta(**span)


@plant("case-no-office")
def _nobodys(sound):
    case = _case(sound)
    yield
    _change(case, owner_post=None, owner_area=None)


@plant("case-seat-empty")
def _empty_seat(sound):
    case = _case(sound)
    yield
    PostHolding.objects.filter(post=case.owner_post).update(valid=("2020-01-01", today()))


@plant("case-clock-behind")
def _behind(sound):
    case = _case(sound)
    yield
    _change(case, tick_at=_ago(minutes=61))


@plant("case-clock-lost")
def _lost(sound):
    case = _case(sound)
    yield
    _change(case, tick_at=None)


@plant("case-late-unmarked")
def _unmarked(sound):
    case = _case(sound)
    yield
    _change(case, handle_due_at=_ago(hours=2))


@plant("case-no-detail")
def _bare(sound):
    case = _case(sound)
    yield
    case.dispute.parties.all().delete()
    type(case.dispute)._base_manager.filter(pk=case.pk)._raw_delete("default")


@plant("case-area-closed")
def _closed_area(sound):
    _case(sound)
    yield
    Area.objects.filter(pk=sound[GRID].pk).update(closed_on=today())


@plant("order-after-closing")
def _order(sound):
    order = make_order(_case(sound), make_seat(sound[COUNTY]))
    make_order(_case(sound, closed_on=today(), outcome="failed"), make_seat(sound[COUNTY]), state="closed")
    yield
    _change(order.case, closed_on=today(), outcome="failed")


@plant("calendar-missing")
def _calendar(sound):
    yield
    CalendarDay.objects.filter(day__year=today().year).delete()


@plant("rules-missing")
def _rules(sound):
    yield
    RuleSet.objects.filter(kind="errand").update(is_standard=False)


@plant("orphan-case")
def _orphan_case(sound):
    case = _case(sound)
    yield
    _change(case.owner_post, closed_on=today())


@plant("orphan-order")
def _orphan_order(sound):
    order = make_order(_case(sound), make_seat(sound[COUNTY]))
    yield
    _change(order.to_post, closed_on=today())


@plant("agreement-no-term")
def _no_term(sound):
    agreement = make_agreement(_case(sound).dispute, term="三十日内付清")
    yield
    _change(agreement, term="")


@plant("agreement-unsigned")
def _unsigned(sound):
    agreement = make_agreement(_case(sound).dispute)
    yield
    AgreementParty.objects.filter(pk=agreement.parties.first().pk).update(signed_on=None)


@plant("dispute-no-party")
def _no_party(sound):
    case = _case(sound)
    yield
    Party.objects.filter(dispute=case.pk).delete()


@plant("reception-kept")
def _reception(sound):
    reception = make_reception(make_centre(sound[COUNTY]))
    yield
    over = today() - RECEPTIONS_KEPT - timedelta(days=3)
    Reception.objects.filter(pk=reception.pk).update(received_on=over)


@plant("cycle-not-held")
def _not_held(sound):
    cycle = make_cycle(sound[COUNTY], due_on=today() - timedelta(days=7))
    yield
    Cycle.objects.filter(pk=cycle.pk).update(due_on=today() - timedelta(days=8))


@plant("cycle-failed")
def _failed(sound):
    CycleRun.objects.create(kind="weekly", due_on=today(), made=3)
    yield
    CycleRun.objects.create(kind="weekly", due_on=today(), error="没有议程模板")


@plant("cycle-rule-off")
def _off(sound):
    rule = make_rule(level="county")
    yield
    CycleRule.objects.filter(pk=rule.pk).update(enabled=False)


@plant("action-no-office")
def _no_office(sound):
    action = make_action(sound[COUNTY])
    seat = Post.objects.filter(area=sound[COUNTY]).first() or make_seat(sound[COUNTY])
    ActionItem.objects.filter(pk=action.pk).update(post=seat)
    yield
    _change(seat, closed_on=today())


@plant("notice-unread")
def _unread(sound):
    notice = make_notice(sound[COUNTY])
    yield
    Notice.objects.filter(pk=notice.pk).update(created_at=_ago(days=15))


def _org(sound) -> PartyOrg:
    above = make_org(sound[TOWN], "township")
    return make_org(sound[COMMUNITY], "community", parent=above)


@plant("party-term-over")
def _term(sound):
    org = _org(sound)
    term = PartyTerm.objects.create(org=org, valid=("2020-01-01", None), due_on=today() + timedelta(days=1))
    yield
    PartyTerm.objects.filter(pk=term.pk).update(due_on=today())


@plant("party-no-superior")
def _no_superior(sound):
    org = _org(sound)
    yield
    PartyOrgParent.objects.filter(org=org).delete()


@plant("party-superior-gone")
def _superior_gone(sound):
    org = _org(sound)
    yield
    PartyOrg.objects.filter(children__org=org).update(dissolved_on=today())


@plant("party-area-closed")
def _party_area(sound):
    org = _org(sound)
    yield
    Area.objects.filter(pk=org.area_id).update(closed_on=today())
