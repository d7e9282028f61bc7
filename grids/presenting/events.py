"""An event as its pages show it: what happens next in words, the timeline, the steps with their forms."""

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.audit.enums import Right as AuditRight
from governance.casework.actions.extensions import extension_asked
from governance.casework.clock import clock_years_unknown
from governance.casework.enums import Outcome
from governance.casework.models import Case
from governance.casework.presenting import clock_shape, timeline
from governance.files.models import Attachment
from governance.kernel.lifecycle import open_steps
from grids.choices.events import similar_events
from grids.enums.events import EventGrade
from grids.enums.rights import EventRight, Right
from grids.forms.event_steps import STEP_FORMS, EventStepForm
from grids.models import Event
from grids.rules.events import is_superiors
from grids.rules.worklist import guard_stands, is_guarded
from grids.states.events import EventState as State

# Steps whose lack the step's own form makes good.
_FILLED_BY_FORM = {"dispatch", "merge", "rate"}
_TONES = {
    "late": "late", "return": "near", "redo": "near", "reject": "late", "merge": "paused", "suspend": "paused",
    "close": "ok", "self_handle": "ok",
}  # fmt: skip
_STATE_TONES = {
    State.SUSPENDED: "paused", State.REJECTED: "paused", State.MERGED: "paused", State.RETURNED: "near",
    State.CLOSED: "ok", State.RATED: "ok",
}  # fmt: skip
_MARKED = (EventGrade.URGENT, EventGrade.IMPORTANT)  # the grades a list speaks of
SIMILAR_SHOWN = 5


def state_tone(state: str, outcome: str = "") -> str:
    return "near" if outcome == Outcome.UNSOLVED else _STATE_TONES.get(state, "primary")


def row_of(row: dict) -> dict:
    """A line of the list with its words."""
    outcomes = {Outcome.RESOLVED: _("已解决"), Outcome.UNSOLVED: Outcome.UNSOLVED.label}
    return row | {
        "state_label": State(row["state"]).label,
        "tone": state_tone(row["state"], row["outcome"]),
        "grade_label": EventGrade(row["grade"]).label if row["grade"] in _MARKED else "",
        "outcome_label": outcomes.get(row["outcome"], ""),
    }


def what_next(event: Event) -> str:
    """Who does what next."""
    case = event.case
    owner = case.owner_post or case.owner_area or case.area
    if is_superiors(case):
        return _("已经两次退回，由{owner}决定派给谁。").format(owner=owner)
    words = {
        State.REPORTED: _("等待核实。属实的立案派单，不属于本地管的不予立案并告知上报人。"),
        State.VERIFIED: _("已立案，等待派给承办岗位。"),
        State.RETURNED: _("承办岗位已退回，等待重新派单。"),
        State.DISPATCHED: _("{owner}接单；不该由本岗位办的写明理由退回。"),
        State.ACCEPTED: _("{owner}到现场处置。"),
        State.HANDLING: _("{owner}正在处置，办完回单，写明给上报人的答复。"),
        State.SUSPENDED: _("计时已停。条件具备时由{owner}恢复。"),
        State.FEEDBACK: _("已回单，等待核查结果是否属实。"),
        State.CHECKED: _("核查通过，可以结案。"),
        State.CLOSED: _("已经结案。请上报人评价；没解决的重新办理。"),
        State.RATED: _("已经结案并评价。没解决的可以重新办理。"),
        State.REJECTED: _("已告知上报人不予立案，不再办理。"),
        State.MERGED: _("与 {main} 合并办理，上报人随那一件得到答复。"),
    }
    return words[case.state].format(owner=owner, main=event.main.case.number if event.main_id else "")


def entries_of(case: Case) -> list[dict]:
    """What was done so far, newest last."""
    labels = {
        "register": _("上报"),
        "late": _("办结超期"),
        "merge_in": _("并入"),
        "follow": _("又有人上报"),
        "help": _("邀请协办"),
    }
    return timeline(case, labels=labels, tones=_TONES)


def step_entries(
    event: Event, user, *, tried: EventStepForm | None = None, tried_step: str = ""
) -> list[dict]:
    """The steps open to the officer, each with its form and what is still lacking; `tried` is a form just refused."""
    case, found = event.case, []
    waits = extension_asked(case) if case.state == State.HANDLING else None
    for step in open_steps(case, user):
        if step.name in ("grant_extension", "refuse_extension") and waits is None:
            continue
        form = STEP_FORMS.get(step.name, EventStepForm)
        missing = event.lacking(step.name) if step.name not in _FILLED_BY_FORM else []
        filled = tried if step.name == tried_step else form(event=event, step=step, user=user)
        found.append(
            {
                "step": step,
                "form": filled,
                "missing": missing,
                "open": step.name == tried_step,
                "url": reverse("grids:event_step", args=[case.number, step.name]),
                "page": _page_of(step.name, case),
            }
        )
    return found


def _page_of(step: str, case: Case) -> str:
    """The page of a step whose form is too long to open in place."""
    return reverse("grids:event_verification", args=[case.number]) if step == "record_verification" else ""


def page_of(event: Event, user, entries: list[dict]) -> dict:
    """Everything the page of an event shows. Doors are named to whoever may see the roster."""
    case, code = event.case, event.area_code
    photos = Attachment.objects.for_user(user).kept().order_by("pk")
    return {
        "event": event,
        "case": case,
        "clock": clock_shape(case),
        "tone": state_tone(case.state, case.outcome),
        "next_words": what_next(event),
        "years_unknown": clock_years_unknown(case),
        "steps": entries,
        "entries": entries_of(case),
        "photos": photos.filter(reported_events=event),
        "result_photos": photos.filter(settled_events=event),
        "verifications": event.verifications.prefetch_related("participants__signature", "photos"),
        "extensions": case.extensions.select_related("asked_by", "decided_by"),
        "reporters": event.reporters.all(),
        "doubles": event.doubles.select_related("case"),
        "similar": similar(event, user),
        "may_merge": any(entry["step"].name == "merge" for entry in entries),
        "is_off_list": _is_off_list(event, entries),
        "may_read": user.may(Right.ROSTER, code),
        "may_reveal": user.may(AuditRight.REVEAL, code),
        "may_approve": user.may(EventRight.APPROVE, code),
    }


def similar(event: Event, user) -> list[Event]:
    """Perhaps the same thing told twice; asked only while somebody may still merge it."""
    if event.case.state not in (State.REPORTED, State.VERIFIED, State.RETURNED):
        return []
    return list(similar_events(event, user).select_related("case")[:SIMILAR_SHOWN])


def _is_off_list(event: Event, entries: list[dict]) -> bool:
    """Whether the seat may send it back with one tap: it lies low and the matter is not on its work list."""
    post = event.case.owner_post
    may_return = any(entry["step"].name == "return" for entry in entries)
    return bool(may_return and post and is_guarded(post) and guard_stands(event))


def mine_of(events) -> list[dict]:
    """Cards of one's own events: where it stands, who has it, since when."""
    return [
        {
            "event": event,
            "case": event.case,
            "tone": state_tone(event.case.state, event.case.outcome),
            "holder": event.case.owner_post or event.case.owner_area or event.case.area,
            "since": event.case.changed_at,
            "clock": clock_shape(event.case),
        }
        for event in events
    ]


def triage_row(event: Event) -> dict:
    """A line of what waits for the dispatcher."""
    case = event.case
    return {"case": case, "event": event, "tone": state_tone(case.state), **clock_shape(case)}
