"""The working page of a meeting: the minutes as they are, and beside them what can still be done."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.dispatch.enums import CycleState, Presence, Right
from governance.dispatch.forms.meetings import DecideForm
from governance.dispatch.models import ActionItem, Cycle
from governance.dispatch.papers.minutes import minutes_of, tasks_of
from governance.dispatch.papers.wording import issue_words
from governance.dispatch.presenting.actions import look_of
from governance.dispatch.presenting.briefs import briefs_panel
from governance.kernel.lifecycle import open_steps
from governance.kernel.wording import listed

ON_WALL = 5  # lines of a panel on the screen
ON_PAGE = 10  # lines of a topic on the working page
TONES = {CycleState.OPEN: "near", CycleState.HELD: "primary", CycleState.ISSUED: "ok"}


def meeting_page(cycle: Cycle, user) -> dict:
    """What the page of a cycle takes; forms only for who runs the meeting, until its minutes are issued."""
    tasks = tasks_of(cycle)
    minutes = with_looks(minutes_of(cycle, tasks), tasks)
    manages = user.may(Right.MANAGE, cycle.area_code)
    edits = manages and not cycle.is_issued
    return {
        "cycle": cycle,
        "minutes": minutes,
        "topics": topic_groups(minutes["items"], cycle),
        "circular": circular_groups(minutes["circular"]),
        "tone": TONES[cycle.state],
        "issue_name": issue_words(cycle.issue_year, cycle.issue_no),
        "came": came(minutes),
        "briefs": briefs_panel(cycle, user),
        "corrections": cycle.corrections.select_related("written_by") if cycle.is_issued else [],
        "edits": edits,
        "decides": edits and cycle.meets_on is not None,
        "corrects": manages and cycle.is_issued,
        "decide_form": DecideForm(cycle=cycle, auto_id="decide_%s") if edits and cycle.meets_on else None,
        "steps": open_steps(cycle, user),
        "next_words": next_words(cycle) if edits else "",
        "base_url": reverse("dispatch:cycle_detail", args=[cycle.pk]),
    }


def topic_groups(items: list[dict], cycle: Cycle) -> list[dict]:
    """What is late by topic: the first lines, and where all of them are; paper gets the rest as well."""
    groups: dict[str, list[dict]] = {}
    for item in items:
        groups.setdefault(item["topic"], []).append(item)
    whole = reverse("dispatch:item_list")
    return [
        {
            "label": label,
            "count": len(rows),
            "rows": rows[:ON_PAGE],
            "rest": rows[ON_PAGE:],
            "url": f"{whole}?{urlencode({'cycle': cycle.pk, 'topic': label})}",
        }
        for label, rows in groups.items()
    ]


def circular_groups(rows: list[dict]) -> dict:
    """The circular apart: ranked by what is put right, then those without a fault and those not looked at yet."""
    without = [row for row in rows if not row["found"]]
    return {
        "ranked": [row for row in rows if row["found"]],
        "clean": listed(row["subject"] for row in without if row.get("checked", 1)),
        "unchecked": listed(row["subject"] for row in without if not row.get("checked", 1)),
    }


def with_looks(minutes: dict, tasks: list[ActionItem]) -> dict:
    """The minutes, and beside each task decided then how it stands now."""
    states = {task.pk: task.state for task in tasks}
    actions = [row | {"look": look_of(states[row["id"]])} for row in minutes["actions"]]
    return minutes | {"actions": actions}


def wall_page(cycle: Cycle, user) -> dict:
    """The meeting on a screen: what was set before, what is decided now, what is late; the first lines of each."""
    page = meeting_page(cycle, user)
    minutes = page["minutes"]
    panels = [
        _panel(_("以前定下没有销号的任务"), [_wall_line(row) for row in minutes["tasks"]]),
        _panel(
            _("本次定下的任务"),
            [_line(row["text"], row["owner"], **row["look"]) for row in minutes["actions"]],
        ),
        _panel(_("逾期事项"), [_wall_line(row) for row in minutes["items"]]),
    ]
    return page | {"panels": panels}


def _panel(title: str, lines: list[dict]) -> dict:
    return {
        "title": title,
        "count": len(lines),
        "lines": lines[:ON_WALL],
        "more": max(len(lines) - ON_WALL, 0),
    }


def _wall_line(row: dict) -> dict:
    return _line(row["title"], row["owner"], row["lag"], "late" if row["days_late"] else "near")


def _line(text: str, owner: str, label: str, tone: str, icon_name: str = "") -> dict:
    return {"text": text, "owner": owner, "label": label, "tone": tone}


def came(minutes: dict) -> list[dict]:
    """The offices by how they attended, in words."""
    return [
        {
            "label": presence.label,
            "offices": listed(row["office"] for row in minutes["attendance"] if row["presence"] == presence),
        }
        for presence in Presence
        if any(row["presence"] == presence for row in minutes["attendance"])
    ]


def next_words(cycle: Cycle) -> str:
    if cycle.state == CycleState.HELD:
        return _("核对纪要和任务，然后印发。印发后不能再改。")
    if cycle.meets_on is None:
        return _("先登记开会的日期、地点和主持岗位，议程会自动列好。")
    return _("逐项过议程，边开会边记纪要、定任务；散会后登记开会。")
