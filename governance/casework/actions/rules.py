"""Sets of deadline rules: brought by a preset, copied, changed while nowhere in force, put in force from a day on.

A set that is or was in force is never changed: cases are judged by what held when their limit began.
"""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area, AreaLevel
from governance.audit.actions import record
from governance.casework.enums import Right
from governance.casework.models import Case, DeadlineRule, RuleSet, RuleSetInForce
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User


@transaction.atomic
def load_rule_sets(rows: list[dict]) -> None:
    """Add the sets and rules a preset brings; a rule that is there stays as it is."""
    levels = {level.key: level for level in AreaLevel.objects.all()} | {"": None}
    for row in rows:
        rules = row.pop("rules")
        rule_set, _created = RuleSet.objects.get_or_create(code=row.pop("code"), defaults=row)
        for rule in rules:
            key = {"limit": rule.pop("limit"), "complexity": rule.pop("complexity", "")}
            named = {name: levels[rule.pop(name, "")] for name in ("level", "decider")}
            key["level"] = named.pop("level")
            DeadlineRule.objects.get_or_create(rule_set=rule_set, **key, defaults=rule | named)


@transaction.atomic
def copy_rule_set(rule_set: RuleSet, *, by: User, code: str, name: str) -> RuleSet:
    """A set of the same rules under another name, to be changed before it is put in force."""
    demand_rules(by)
    copied = RuleSet(code=code, name=name, kind=rule_set.kind, basis=rule_set.basis)
    copied.full_clean()
    copied.save()
    for rule in rule_set.rules.all():
        rule.pk, rule.rule_set = None, copied
        rule._state.adding = True
        rule.save()
    record("rules.copy", by=by, subject=copied, after={"from": rule_set.code})
    return copied


def is_settled(rule_set: RuleSet) -> bool:
    """Whether cases are or were judged by the set, so that it must stay as it is."""
    return (
        rule_set.is_standard
        or rule_set.placed.exists()
        or Case.objects.filter(rule__rule_set=rule_set).exists()
    )


@transaction.atomic
def change_rule(rule: DeadlineRule, *, by: User, **fields) -> None:
    """Change one rule of a set that never was in force."""
    demand_rules(by)
    rule_set = RuleSet.objects.select_for_update().get(pk=rule.rule_set_id)
    if is_settled(rule_set):
        words = _("「{name}」正在执行或执行过，不能修改。请复制一套，改好后从某一天起执行。")
        raise Refused("rules_settled", words.format(name=rule_set))
    before = DeadlineRule.objects.filter(pk=rule.pk).values(*fields).get()
    for name, value in fields.items():
        setattr(rule, name, value)
    rule.full_clean()
    rule.save()
    after = DeadlineRule.objects.filter(pk=rule.pk).values(*fields).get()
    record("rules.change", by=by, subject=rule, before=before, after=after)


@transaction.atomic
def put_in_force(rule_set: RuleSet, *, by: User, area: Area, from_day: date) -> RuleSetInForce:
    """Let a set hold in an area from a day on; the one that held there until then ends with it."""
    if not by.may(Right.RULES, area.code):
        raise PermissionDenied
    if from_day < today():
        raise Refused("in_past", _("只能从今天或以后的某一天起执行：已经开始的期限按原来的规则算。"))
    there = RuleSetInForce.objects.select_for_update().filter(area=area, kind=rule_set.kind)
    if later := there.filter(valid__startswith__gte=from_day).first():
        words = _("这里已定于 {day} 起执行「{name}」，请选更晚的日期。")
        raise Refused("already_planned", words.format(day=later.valid.lower, name=later.rule_set))
    for held in there.filter(valid__contains=from_day):
        held.valid = (held.valid.lower, from_day)
        held.save(update_fields=["valid"])
    placed = RuleSetInForce(area=area, rule_set=rule_set, kind=rule_set.kind, valid=(from_day, None))
    placed.full_clean(exclude=["area_code"])
    placed.save()
    record(
        "rules.in_force", by=by, subject=placed, area_code=area.code,
        after={"rule_set": rule_set.code, "from": str(from_day)},
    )  # fmt: skip
    return placed


def demand_rules(by: User) -> None:
    if not by.may(Right.RULES):
        raise PermissionDenied
