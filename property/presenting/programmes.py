"""A programme as its pages show it: counts by state, the board, one task with its lines."""

from collections import Counter
from datetime import date
from itertools import groupby

from django.db.models import Count

from governance.kernel.days import today
from property.actions.progress import may_report
from property.enums.programmes import COUNTED_STATES, DUE_SOON_DAYS, ItemState, ProgrammeRight
from property.forms import AsOfForm
from property.forms.programmes import CheckForm, ProgressForm
from property.models import Programme, ProgrammeItem
from property.reminders.programmes import lag_words

# How a state looks: tone and picture; its word is the state's own.
LOOKS = {
    ItemState.DONE: ("ok", "check-circle"),
    ItemState.NEARLY_DONE: ("near", "hourglass-split"),
    ItemState.UNDER_WAY: ("primary", "arrow-right"),
    ItemState.NOT_STARTED: ("paused", "circle"),
    ItemState.LATE: ("late", "exclamation-octagon"),
    ItemState.DROPPED: ("paused", "x-circle"),
}


def look_of(state: str) -> dict:
    """What the badge of a state takes."""
    tone, icon_name = LOOKS[ItemState(state)]
    return {"label": ItemState(state).label, "tone": tone, "icon_name": icon_name}


def clock_of(item: ProgrammeItem) -> str:
    """How the day of an open task stands, when it has passed or comes within a week."""
    if item.state in (ItemState.DONE, ItemState.DROPPED):
        return ""
    past = (item.read_on - item.due_then).days
    return lag_words(past) if past >= -DUE_SOON_DAYS else ""


def counts_of(user, programmes: list[int], day: date) -> dict[int, Counter]:
    """How many tasks of each programme the person sees in each state, in one query."""
    tasks = ProgrammeItem.objects.for_user(user).filter(category__programme__in=programmes)
    rows = tasks.listed_on(day).with_state(day).order_by()
    found: dict[int, Counter] = {}
    for programme, state, count in rows.values_list("category__programme", "state").annotate(Count("pk")):
        found.setdefault(programme, Counter())[state] = count
    return found


def programme_rows(user, programmes: list[Programme]) -> list[dict]:
    """The lines of the list of programmes."""
    counts = counts_of(user, [programme.pk for programme in programmes], today())
    return [{"programme": row, **sums(counts.get(row.pk, Counter()))} for row in programmes]


def sums(counts: Counter) -> dict:
    total, done = counts.total(), counts[ItemState.DONE]
    return {
        "total": total,
        "done": done,
        "late": counts[ItemState.LATE],
        "percent": done * 100 / total if total else None,
        "states": [
            {**look_of(state), "state": state.value, "count": counts[state]} for state in COUNTED_STATES
        ],
    }


def board(programme: Programme, user, day: date) -> dict:
    """Every task the person sees, class by class, each in its state of the day."""
    rows = ProgrammeItem.objects.for_user(user).filter(category__programme=programme, added_on__lte=day)
    rows = rows.with_state(day).select_related("category", "area")
    rows = list(rows.order_by("category__position", "category_id", "due_then", "pk"))
    by_class = {category: list(tasks) for category, tasks in groupby(rows, key=lambda row: row.category)}
    counted = Counter(row.state for row in rows if row.state != ItemState.DROPPED)
    classes = [
        {
            "category": category,
            "tasks": by_class.get(category, []),
            "done": sum(row.state == ItemState.DONE for row in by_class.get(category, [])),
            "total": sum(row.state != ItemState.DROPPED for row in by_class.get(category, [])),
        }
        for category in programme.categories.all()
    ]
    return {"classes": classes, **sums(counted)}


def programme_page(programme: Programme, user) -> dict:
    runs = user.may(ProgrammeRight.RUN, programme.area_code)
    return board(programme, user, today()) | {
        "programme": programme,
        "as_of_form": AsOfForm(initial={"as_of": today()}),
        "is_whole": user.may(ProgrammeRight.VIEW, programme.area_code),
        "may_run": runs and programme.closed_on is None,
    }


def item_page(item: ProgrammeItem, user, *, progress_form=None, check_form=None) -> dict:
    """One task: what is asked, its lines with what became of each, its changes, and what the person may do."""
    programme, day = item.category.programme, today()
    is_open = programme.closed_on is None and item.dropped_on is None
    lines = list(item.progress.select_related("written_by", "checked_by").prefetch_related("evidence"))
    may_check = is_open and user.may(ProgrammeRight.CHECK, programme.area_code)
    newest = next((line for line in lines if line.stands_on(day)), None)
    waits = newest is not None and newest.is_pending
    return {
        "item": item,
        "programme": programme,
        "lines": lines,
        "changes": item.changes.select_related("by"),
        "regulations": item.regulations.for_user(user),
        "to_check": newest if may_check and waits and newest.written_by_id != user.pk else None,
        "waits_for_another": may_check and waits and newest.written_by_id == user.pk,
        "check_form": check_form or CheckForm(),
        "progress_form": progress_form or ProgressForm(initial={"percent": item.percent}),
        "may_report": is_open and may_report(item, user),
        "may_run": is_open
        and item.state != ItemState.DONE
        and user.may(ProgrammeRight.RUN, programme.area_code),
    }
