"""Versions of definitions: what `migrate` notes down, and what it does not."""

import dataclasses
import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone, translation

from governance.statistics import registry
from governance.statistics.definitions import Figure, Stock
from governance.statistics.models import IndicatorVersion
from governance.statistics.versions import WORDS, keep_versions
from tests.statistics import sample
from tests.statistics.sample import Call

COUNT, OPEN = sample.BY_KEY["sample.count"], sample.BY_KEY["sample.unsolved_count"]


def versions(key: str) -> list[IndicatorVersion]:
    return list(IndicatorVersion.objects.filter(indicator=key))


def changed(indicator, **fields):
    return dataclasses.replace(indicator, **fields)


def test_migrate_notes_down_every_definition_once(db):
    rows = IndicatorVersion.objects.all()
    assert {row.indicator for row in rows} == set(registry.indicators())
    assert {row.number for row in rows} == {1}
    call_command("migrate", verbosity=0)
    assert IndicatorVersion.objects.count() == len(registry.indicators())


def test_version_says_the_printed_words_in_the_language_of_the_office(db):
    with translation.override("en"):
        keep_versions([changed(registry.indicators()["disputes.resolution_rate"], per=1)])
    kept = versions("disputes.resolution_rate")[-1]
    assert (kept.number, kept.name, kept.unit, kept.numerator) == (2, "化解率", "%", "已化解")
    assert "90 天内反复" in kept.formula


def test_changed_words_make_a_version_and_the_same_words_none(city, time_machine):
    time_machine.move_to("2026-06-15 04:00Z", tick=False)
    keep_versions([COUNT])
    time_machine.move_to("2026-07-15 04:00Z", tick=False)
    keep_versions([changed(COUNT, formula="another formula")])
    keep_versions([changed(COUNT, formula="another formula")])
    first, second = versions("sample.count")
    assert (first.number, first.formula) == (1, "sample.count formula")
    assert (second.number, second.formula, second.since) == (2, "another formula", timezone.now())


@pytest.mark.parametrize(
    "rows",
    [
        lambda as_of: Call.objects.filter(called_on__lte=as_of),
        lambda as_of: sample.unsolved(as_of).filter(outcome="lost"),
        lambda as_of: sample.unsolved(as_of).filter(homes__gt=1),
    ],
    ids=["other query", "one filter more", "a number"],
)
def test_other_counting_under_the_same_words_makes_a_version(city, rows):
    keep_versions([OPEN])
    keep_versions([changed(OPEN, numerator=Figure(Stock("sample.unsolved", rows), OPEN.numerator.label))])
    first, second = versions(OPEN.key)
    assert [getattr(first, word) for word in WORDS] == [getattr(second, word) for word in WORDS]
    assert first.wording != second.wording


def test_another_value_of_a_filter_makes_a_version(city):
    for outcome in ("lost", "solved"):
        rows = Stock("sample.unsolved", lambda _day, outcome=outcome: Call.objects.filter(outcome=outcome))
        keep_versions([changed(OPEN, numerator=Figure(rows, "open"))])
    assert len(versions(OPEN.key)) == 2


def test_another_weight_makes_a_version(city):
    keep_versions([OPEN])
    heavy = Stock("sample.unsolved", sample.unsolved, weight=F("homes"))
    keep_versions([changed(OPEN, numerator=Figure(heavy, OPEN.numerator.label))])
    assert len(versions(OPEN.key)) == 2


@pytest.mark.parametrize("days", [1, 31, 366])
def test_another_day_is_no_other_definition(db, time_machine, days):
    time_machine.move_to(timezone.now() + timedelta(days=days))
    keep_versions(list(registry.indicators().values()))
    assert set(IndicatorVersion.objects.values_list("number", flat=True)) == {1}


def test_rules_and_standards_of_a_city_are_no_other_definition(db):
    call_command("load_preset", "base")
    keep_versions(list(registry.indicators().values()))
    assert set(IndicatorVersion.objects.values_list("number", flat=True)) == {1}


def test_a_table_that_does_not_stand_yet_makes_no_version(db):
    gone = Stock("sample.unsolved", lambda _day: _limits_of_a_table_to_come())
    keep_versions([changed(OPEN, numerator=Figure(gone, "open"))])
    assert versions(OPEN.key) == []


def _limits_of_a_table_to_come():
    return Call.objects.filter(called_on__gt=Call.objects.first().called_on)


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_a_version_is_never_changed(db, verb):
    rows = IndicatorVersion.objects.filter(indicator="visits.count")
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        rows.update(formula="x") if verb == "update" else rows.delete()


def test_the_wording_is_the_same_in_every_process():
    """Sets in a filter are ordered by a seed that each process draws anew."""
    code = (
        "import django; django.setup()\n"
        "from governance.statistics import registry, versions\n"
        "stocks = [f.source for i in registry.indicators().values() for f in i.figures]\n"
        "print([versions._counted(s, registry.datasets()) for s in stocks if not hasattr(s, 'rows')])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "DJANGO_SETTINGS_MODULE": "config.settings"},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(seen) == 1
    assert date.today().isoformat() not in seen.pop()
