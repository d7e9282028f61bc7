"""A series in figures and words, and its households as a matrix of who has come how far."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from disputes.enums.rights import Right
from disputes.enums.series import SETTLED, UNDECIDED, HouseholdState
from disputes.models import Series, SeriesMember, SeriesMemberChange, SeriesStep
from disputes.presenting.money import yuan
from disputes.states import BULK_STEPS
from governance.kernel.templatetags.ui import day_words

_S = HouseholdState
COLUMNS = (_S.INFORMED, _S.PROMISED, _S.PAID, _S.RESIGNED, _S.REFUSED)
TONES = {_S.PAID: "ok", _S.RESIGNED: "ok", _S.PROMISED: "near", _S.REFUSED: "late", _S.INFORMED: "primary",
         _S.DROPPED: "paused"}  # fmt: skip
_SHOWN_STEPS = 20


@dataclass(frozen=True)
class Figures:
    """What a series has come to: households and cents by state."""

    counts: dict[str, int]
    due: dict[str, int]
    paid: dict[str, int]

    def count_of(self, states: Iterable[str]) -> int:
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def households(self) -> int:
        return sum(self.counts.values())

    @property
    def settled(self) -> int:
        return self.count_of(SETTLED)

    @property
    def undecided(self) -> int:
        return self.count_of(UNDECIDED)

    @property
    def due_cents(self) -> int:
        return sum(self.due.values())

    @property
    def paid_cents(self) -> int:
        return sum(self.paid.values())

    @property
    def settled_percent(self):
        return self.settled * 100 / self.households if self.households else None

    @property
    def paid_percent(self):
        return self.paid_cents * 100 / self.due_cents if self.due_cents else None


def figures_of(series: Series) -> Figures:
    """In one statement."""
    rows = series.members.order_by().values("state")
    rows = list(rows.annotate(count=Count("pk"), due=Sum("due_cents"), paid=Sum("paid_cents")))
    return Figures(
        counts={row["state"]: row["count"] for row in rows},
        due={row["state"]: row["due"] or 0 for row in rows},
        paid={row["state"]: row["paid"] or 0 for row in rows},
    )


def tiles(figures: Figures) -> list[dict]:
    """The two shares people ask for first."""
    settled = {"name": _("已解决"), "value": figures.settled_percent, "unit": "%"}
    paid = {"name": _("已付金额"), "value": figures.paid_percent, "unit": "%"}
    return [
        settled
        | {"words": _("{settled} / {all} 户").format(settled=figures.settled, all=figures.households)},
        paid
        | {
            "words": _("{paid} / {due} 元").format(paid=yuan(figures.paid_cents), due=yuan(figures.due_cents))
        },
    ]


def tabs(figures: Figures, chosen: str, text: str) -> list[dict]:
    """All households, then those of each state, with count and amount."""
    found = [_tab("", _("全部"), figures.households, figures.due_cents, chosen, text)]
    for state in HouseholdState:
        count = figures.counts.get(state, 0)
        if count or state == chosen or state in COLUMNS:
            found.append(_tab(state, state.label, count, figures.due.get(state, 0), chosen, text))
    return found


def _tab(state, label, count: int, cents: int, chosen: str, text: str) -> dict:
    query = urlencode({name: value for name, value in (("state", state), ("q", text)) if value})
    return {
        "label": label,
        "url": f"?{query}",
        "active": state == chosen,
        "count": count,
        "amount": yuan(cents),
        "tone": TONES.get(state, ""),
    }


def progress_words(series: Series, figures: Figures) -> str:
    """How it stands and who does what next."""
    if not figures.households:
        return _("还没有户。先导入各户名单，或者逐户添加。")
    if series.closed_on:
        return _("已经办结。{settled} 户解决，{refused} 户拒绝，{dropped} 户销项。").format(
            settled=figures.settled,
            refused=figures.counts.get(_S.REFUSED, 0),
            dropped=figures.counts.get(_S.DROPPED, 0),
        )
    waiting = {
        _S.LISTED: _("{} 户还没有告知"),
        _S.INFORMED: _("{} 户已告知、等答复"),
        _S.PROMISED: _("{} 户已承诺、等落实"),
        _S.REFUSED: _("{} 户拒绝，可单独立纠纷"),
    }
    parts = [words.format(n) for state, words in waiting.items() if (n := figures.counts.get(state))]
    return _("；").join(parts) + _("。") if parts else _("各户都有了结果，可以办结。")


def matrix(series: Series, members: list[SeriesMember], picked: Iterable[int] = ()) -> list[dict]:
    """A line for each household: what is owed, and the day on which each step was taken.

    Hundreds of lines are one page, so what the template would ask of each is worked out here.
    """
    days, picked, labels = _days_of(series, members), set(picked), dict(HouseholdState.choices)
    return [
        {
            "member": member,
            "name": member.shown_name,
            "due": yuan(member.due_cents) or "—",
            "paid": yuan(member.paid_cents) if member.paid_cents else "—",
            "tone": TONES.get(member.state, ""),
            "label": labels[member.state],
            "picked": member.pk in picked,
            "marks": [
                _mark(days.get(member.pk, {}).get(state, ""), member.state == state) for state in COLUMNS
            ],
        }
        for member in members
    ]


def _mark(day: str, is_now: bool) -> tuple[str, str]:
    """The classes of a cell, and the day in it."""
    return ("series-mark" + (" done" if day else "") + (" now" if is_now else ""), day)


def _days_of(series: Series, members: list[SeriesMember]) -> dict[int, dict[str, str]]:
    """The latest day of each state a household has come to; steps taken back do not count. One statement."""
    taken = SeriesMemberChange.objects.filter(
        step__series=series, step__undoes=None, step__undone_by=None, member__in=[row.pk for row in members]
    )
    found: dict[int, dict[str, str]] = defaultdict(dict)
    said: dict = {}
    for member, state, at in taken.order_by("id").values_list("member_id", "to_state", "step__at"):
        day = timezone.localdate(at)
        found[member][state] = said.get(day) or said.setdefault(day, day_words(day))
    return found


def step_lines(steps: Iterable[SeriesStep]) -> list[dict]:
    """Steps as the page tells them, the latest first."""
    return [
        {
            "step": step,
            "label": _("更正") if step.undoes_id else BULK_STEPS[step.name].label,
            "is_undone": hasattr(step, "undone_by"),
            "may_undo": not step.undoes_id and not hasattr(step, "undone_by"),
        }
        for step in steps
    ]


def latest_steps(series: Series) -> list[SeriesStep]:
    return list(series.steps.select_related("by", "undone_by").order_by("-id")[:_SHOWN_STEPS])


def series_context(series: Series, query) -> dict:
    """The figures of a series, in every way its page says them, and what was done lately."""
    figures = figures_of(series)
    return {
        "figures": tiles(figures),
        "progress": progress_words(series, figures),
        "tabs": tabs(figures, query.get("state", ""), query.get("q", "")),
        "lines": step_lines(latest_steps(series)),
    }


def series_rows(page: Iterable[Series]) -> list[dict]:
    """Series of a list, each with what it has come to."""
    return [
        {
            "series": row,
            "percent": row.settled * 100 / row.households if row.households else None,
            "due": yuan(row.due_cents),
            "paid": yuan(row.paid_cents),
        }
        for row in page
    ]


def household_facts(member: SeriesMember) -> dict:
    return {
        "name": member.shown_name,
        "address": member.shown_address,
        "due": yuan(member.due_cents),
        "paid": yuan(member.paid_cents),
        "label": member.get_state_display(),
        "tone": TONES.get(member.state, ""),
    }


def household_history(member: SeriesMember) -> list[dict]:
    """What was done to one household, the latest first."""
    changes = member.changes.select_related("step__by", "step__undone_by").order_by("-id")
    steps = step_lines(change.step for change in changes)
    return [line | {"change": change} for line, change in zip(steps, changes, strict=True)]


def of_dispute(dispute, user) -> dict:
    """The series a dispute leads or belongs to, as far as the person may see them."""
    members = SeriesMember.objects.for_user(user).filter(dispute=dispute)
    led = Series.objects.for_user(user).filter(lead=dispute)
    return {
        "led": list(led.order_by("-id")[:5]),
        "membership": members.select_related("series").first(),
        "may_open": user.may(Right.MEDIATE, dispute.area_code),
    }
