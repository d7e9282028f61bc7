"""What the minutes of a meeting say, as plain values: once issued, kept word for word under a hash."""

import hashlib
import json
from fractions import Fraction

from governance.dispatch.enums import CycleKind
from governance.dispatch.models import (
    ActionItem,
    AgendaPoint,
    Attendance,
    Cycle,
    CycleItem,
    SupervisionVisit,
)
from governance.kernel.days import today


def minutes_of(cycle: Cycle, actions: list[ActionItem] | None = None) -> dict:
    """The issued minutes as they were issued; before that, as they would be now."""
    return cycle.content if cycle.is_issued else draw_minutes(cycle, actions)


def draw_minutes(cycle: Cycle, actions: list[ActionItem] | None = None) -> dict:
    """The minutes from the rows: head, who came, agenda, what was listed (carried first) and what was decided."""
    items = list(cycle.items.all())
    actions = tasks_of(cycle) if actions is None else actions
    return {
        "office": cycle.area.name,
        "area_code": cycle.area_code,
        "kind": str(cycle.kind),
        "period": cycle.period,
        "due_on": cycle.due_on.isoformat(),
        "meets_on": cycle.meets_on and cycle.meets_on.isoformat(),
        "place": cycle.place,
        "chair": str(cycle.chair) if cycle.chair else "",
        "figures": {
            "late": cycle.late_count,
            "carried": cycle.carried_count,
            "tasks": cycle.task_count,
            "closed": cycle.closed_count,
            "decided": len(actions),
        },
        "attendance": [
            _presence(row) for row in cycle.attendances.select_related("area", "post__area", "post__role")
        ],
        "agenda": [_point(point) for point in cycle.points.all()],
        "tasks": [_item(item, cycle) for item in items if item.action_id],
        "items": [_item(item, cycle) for item in items if not item.action_id],
        "actions": [_action(action) for action in actions],
        "circular": circular_of(cycle) if cycle.kind == CycleKind.MONTHLY else [],
    }


def tasks_of(cycle: Cycle) -> list[ActionItem]:
    """What the meeting set, in the order it was said."""
    return list(cycle.actions.for_page().order_by("pk"))


def circular_of(cycle: Cycle) -> list[dict]:
    """Projects and offices visited, by the share of what was found there that is put right; never persons.

    Where nothing was found there is nothing to put right: such a row has no rate and no rank, and stands last.
    """
    rows = [
        row
        | {
            "last_on": row["last_on"].isoformat(),
            "rate": round(row["cleared"] * 100 / row["found"], 1) if row["found"] else None,
        }
        for row in SupervisionVisit.objects.by_subject(cycle, today())
    ]
    ranked = sorted((row for row in rows if row["found"]), key=_standing)
    standings = [_standing(row) for row in ranked]
    return [
        *(row | {"rank": 1 + standings.index(_standing(row))} for row in ranked),
        *(row | {"rank": None} for row in rows if not row["found"]),
    ]


def _standing(row: dict) -> tuple:
    """What a rank goes by: the exact share put right, then what is overdue."""
    return -Fraction(row["cleared"], row["found"]), row["overdue"]


def hash_of(content: dict) -> str:
    """The same words, the same hash."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _presence(row: Attendance) -> dict:
    return {"office": row.office_name, "presence": str(row.presence)}


def _point(point: AgendaPoint) -> dict:
    return {
        "id": point.pk,
        "position": point.position,
        "title": point.title,
        "hint": point.hint,
        "minutes": point.minutes,
    }


def _item(item: CycleItem, cycle: Cycle) -> dict:
    return {
        "id": item.pk,
        "key": item.key,
        "action": item.action_id,
        "topic": item.topic,
        "title": item.title,
        "url": item.url,
        "owner": item.owner,
        "lag": item.lag,
        "days_late": item.days_late,
        "times": item.times,
        "age_days": item.first_on and (cycle.due_on - item.first_on).days,
    }


def _action(action: ActionItem) -> dict:
    return {
        "id": action.pk,
        "point": action.point and action.point.position,
        "text": action.text,
        "standard": action.standard,
        "owner": action.owner,
        "co_offices": action.helpers,
        "due_on": action.due_on.isoformat(),
    }
