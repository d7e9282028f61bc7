"""What anybody may know of a case who holds its code: where it stands, with which office, what happened when.

Words come from the states and steps alone. Notes, names, places and what was reported stay inside.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.casework.models import Case
from governance.kernel.days import local_date, today


@dataclass(frozen=True)
class Progress:
    """`state` and `kind` in words; `office` has it `since`; `happened` are lines of `{at, title}`, the oldest
    first; `used` and `next` are sentences. `procedure` is the one it is in, where the kind knows several."""

    number: str
    kind: str
    procedure: str
    state: str
    is_open: bool
    office: str
    since: date
    due_on: date | None
    used: str
    next: str
    happened: list[dict]


def progress_of(case: Case) -> Progress:
    """The progress of a case of any kind; its kind may tell `happened` in words of its own."""
    kind = case.of_kind
    happened = kind.progress(case) if kind and kind.progress else _happened(case)
    return Progress(
        number=case.number,
        kind=case.get_kind_display(),
        procedure=kind.procedure(case) if kind else "",
        state=case.get_state_display(),
        is_open=case.closed_on is None,
        office=office_of(case),
        since=local_date(happened[-1]["at"]) if happened else case.registered_on,
        due_on=local_date(case.due_at) if case.due_at and case.closed_on is None else None,
        used=_used(case),
        next=kind.outlook(case) if kind and kind.outlook else _next(case),
        happened=happened,
    )


def office_of(case: Case) -> str:
    """The office that has the case, by place and kind of seat, never by the person in it."""
    post = case.owner_post
    if post is not None:
        return _("{area}（{role}）").format(area=post.area, role=post.role)
    return str(_office_area(case.owner_area or case.area))


def _office_area(area: Area) -> Area:
    """The area itself, or the community a grid or building group lies in: neither of them is an office."""
    starts = [area.code[:width] for width in range(1, len(area.code))]
    return Area.objects.open().at_level(Level.COMMUNITY).filter(code__in=starts).first() or area


def _happened(case: Case) -> list[dict]:
    """Every change of state as the step's own word. What only records inside is left out."""
    labels = {name: step.label for name, step in case.STEPS.items()}
    lines = case.actions.order_by("id").values_list("kind", "from_state", "to_state", "at")
    return [
        {"at": at, "title": _("登记") if kind == "register" else labels[kind]}
        for kind, source, target, at in lines
        if kind == "register" or (kind in labels and source != target)
    ]


def _used(case: Case) -> str:
    days = ((case.closed_on or today()) - case.registered_on).days
    if days == 0:
        return _("不到一天")
    return ngettext("{n} 天", "{n} 天", days).format(n=days)


def _next(case: Case) -> str:
    if case.closed_on is not None:
        return _("已经办结。结果不满意的，可以拨打监督电话。")
    if case.paused_at is not None:
        return _("暂时停办，条件具备时接着办。")
    return _("由{office}继续办理。").format(office=office_of(case))
