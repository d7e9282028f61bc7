"""When cycles are made: rules that a preset brings and an administrator changes."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area, AreaLevel
from governance.audit.actions import record
from governance.dispatch.due import is_certain
from governance.dispatch.enums import Right
from governance.dispatch.models import CycleRule
from governance.dispatch.topics import topics
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand

_TERMS = ("on_day", "workday_rule", "hour", "minute", "starts_on", "topics", "enabled")


def load_cycle_rules(rows: list[dict]) -> None:
    """Add the rules a preset brings; a level that has one keeps it as its administrators set it."""
    for row in rows:
        CycleRule.objects.get_or_create(
            kind=row.pop("kind"), level_id=row.pop("level"), area=None, defaults=row
        )


def add_schedule(
    *, by, kind: str, level: AreaLevel | None = None, area: Area | None = None, **terms
) -> CycleRule:
    """Let every office of a level, or one office, hold a kind of cycle."""
    rule = CycleRule(kind=kind, level=level, area=area, **terms)
    _keep(rule, by, "dispatch.add_schedule", before=None)
    return rule


def change_schedule(rule: CycleRule, *, by, **terms) -> None:
    """Change when a kind of cycle is made. What has been made stays; a period is not opened again."""
    demand_schedule(by, rule)
    with transaction.atomic():
        held = CycleRule.objects.select_for_update(of=("self",)).get(pk=rule.pk)
        before = _terms(held)
        for name, value in terms.items():
            setattr(held, name, value)
        _keep(held, by, "dispatch.change_schedule", before=before)


def demand_schedule(by, rule: CycleRule) -> None:
    """A rule of a level holds everywhere, one of an office for whoever reaches it."""
    demand(by, Right.SCHEDULE, rule.area.code if rule.area else None)


def _keep(rule: CycleRule, by, action: str, *, before: dict | None) -> None:
    demand_schedule(by, rule)
    rule.full_clean()
    _demand_topics(rule.topics)
    _demand_calendar(rule.workday_rule, max(rule.starts_on, today()))
    with transaction.atomic():
        rule.save()
        record(action, by=by, subject=rule, before=before, after=_terms(rule))


def _demand_topics(codes: list[str]) -> None:
    if strange := set(codes) - {topic.code for topic in topics()}:
        raise Refused("no_such_topic", _("“{}”不是可以列入调度的事项，请重新选择。").format(min(strange)))


def _demand_calendar(workday_rule: str, day: date) -> None:
    if not is_certain(workday_rule, day):
        words = _("{} 年的放假安排还没有公布，不能按工作日安排。请等公布后再改，或者选“不论是否工作日”。")
        raise Refused("no_calendar", words.format(day.year))


def _terms(rule: CycleRule) -> dict:
    return {name: getattr(rule, name) for name in _TERMS}
