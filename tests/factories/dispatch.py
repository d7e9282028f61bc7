"""Rules of dispatch, and cycles made past the generator."""

from datetime import date

from governance.areas.models import Area
from governance.dispatch.enums import CycleKind
from governance.dispatch.models import Cycle, CycleItem, CycleRule, Notice


def make_rule(kind=CycleKind.WEEKLY, *, level: str = "", area: Area | None = None, **fields) -> CycleRule:
    defaults = {"on_day": 1, "hour": 7, "starts_on": date(2020, 1, 1)}
    return CycleRule.objects.create(kind=kind, level_id=level or None, area=area, **{**defaults, **fields})


def make_cycle(area: Area, *, period: str = "2026-W40", due_on: date = date(2026, 9, 28), **fields) -> Cycle:
    return Cycle.objects.create(
        **{"area": area, "kind": CycleKind.WEEKLY, "period": period, "due_on": due_on, **fields}
    )


def make_item(cycle: Cycle, *, key: str = "sample:1", times: int = 1, **fields) -> CycleItem:
    defaults = {
        "topic": "办证堵点", "title": "某事", "url": "/", "lag": "超期 3 天", "days_late": 3, "times": times,
    }  # fmt: skip
    return CycleItem.objects.create(cycle=cycle, key=key, **{**defaults, **fields})


def make_notice(area: Area, *, period: str = "2026-W40", **fields) -> Notice:
    return Notice.objects.create(
        **{"area": area, "kind": "cycle.weekly", "period": period, "body": "本期有逾期事项", **fields}
    )
