"""Who is told of what waits past a limit for which no clock of a case strikes: an order to be answered, a case to
be assigned, whose own limit runs meanwhile. What is told reaches each seat once, so a sweep that comes again, or days
late, adds nothing.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import transaction
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.casework.clock import due_by
from governance.casework.enums import Limit, Right
from governance.casework.kinds import kinds
from governance.casework.models import Case, CaseAction, WorkOrder
from governance.casework.notifying import Message, notify
from governance.casework.offices import Offices
from governance.casework.rulebook import RuleBook
from governance.kernel.days import local_date, today
from governance.kernel.wording import day_in_full, office_language
from governance.people.models import Post

_UNREAD = ("summary", "search", "keywords", "initials")


@transaction.atomic
def remind_of_unassigned(now: datetime | None = None) -> int:
    """Tell the office that has a case and who supervises it that no seat was given the case in time; how many."""
    now, rules, over = now or timezone.now(), RuleBook(), []
    for case in _unassigned():
        where = {"level": case.level_id, "area_code": case.area_code, "day": local_date(case.waits_since)}
        due = due_by(rules.rule(case.kind, Limit.ASSIGN, **where), case.waits_since)
        if due and due < now:
            over.append((case, local_date(due)))
    with office_language():
        notify(list(_of_cases(over)))
    return len(over)


def _unassigned() -> QuerySet[Case]:
    """Cases nobody has been given, `waits_since` they were accepted, came back or came up."""
    waits, steps = Q(pk__in=[]), set()
    for kind in kinds().values():
        waits |= Q(kind=kind.kind, state__in=kind.unassigned)
        steps |= {step.name for step in kind.steps.values() if step.target in kind.unassigned}
    lines = CaseAction.objects.filter(case=OuterRef("pk"), to_state=OuterRef("state"), kind__in=steps)
    since = Subquery(lines.order_by("-id").values("at")[:1])
    rows = Case.objects.open().filter(waits, paused_at=None).annotate(waits_since=since)
    known = rows.exclude(waits_since=None).select_related("area", "owner_area")
    return known.defer(*_UNREAD).order_by("id")


def _of_cases(over: list[tuple[Case, date]]) -> Iterator[Message]:
    offices = Offices((case.owner_area or case.area).code for case, _due in over)
    for case, due in over:
        owner, key = case.owner_area or case.area, f"{case.number} {due:%Y%m%d}"
        words = _("{case} {number}：{day} 前应当分派，现在还没有承办岗位。请尽快分派。").format(
            case=case.get_kind_display(), number=case.number, day=day_in_full(due)
        )
        yield Message(case, "case.unassigned", key, words, area=offices.office_of(owner.code) or owner)
        if above := offices.supervisor_of(owner.code):
            yield Message(case, "case.unassigned", key, words, area=above.area, post=above)


@transaction.atomic
def remind_of_late_orders(now: datetime | None = None) -> int:
    """Tell the called seat and the head of its office of every order not answered in time; answers how many."""
    orders = list(WorkOrder.objects.late(now).filter(case__closed_on=None).for_page().order_by("id"))
    with office_language():
        notify(list(_of_orders(orders)))
    return len(orders)


def _of_orders(orders: list[WorkOrder]) -> Iterator[Message]:
    heads = _heads({order.to_post.area_code for order in orders})
    for order in orders:
        seat, words = order.to_post, _unanswered(order)
        head = heads.get(seat.area_code)
        for post in dict.fromkeys((seat, head or seat)):
            yield Message(
                order.case, "order.late", f"{order.case.number} {order.pk}", words, area=post.area, post=post
            )


def _heads(codes: Iterable[str]) -> dict[str, Post]:
    """The seat that leads each office; where an office has none, the nearest above it that supervises."""
    offices = Offices(codes)
    found = {code: above for code in codes if (above := offices.supervisor_of(code))}
    leading = Post.objects.open_on(today()).filter(area_code__in=codes, role__rights__contains=[Right.LEAD])
    return found | {post.area_code: post for post in leading.select_related("area", "role").order_by("-id")}


def _unanswered(order: WorkOrder) -> str:
    return _(
        "{case} {number}：{office}发来的{kind}工单 {day} 前应当答复，期限已过。请尽快答复；办不了的，写明理由退回。"
    ).format(
        case=order.case.get_kind_display(), number=order.case.number, office=order.from_post or _("上级"),
        kind=order.get_kind_display(), day=day_in_full(local_date(order.respond_by)),
    )  # fmt: skip
