"""Keeping the facts by hand: compare them with the rows, count them anew."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from governance.statistics import facts
from governance.statistics.models import Fact, LeafFact, MonthFact
from tests.statistics import sample
from tests.statistics.sample import Call, call

DAY = date(2026, 5, 20)
SPOILED = {
    "day": lambda: Fact.objects.filter(measure="sample.calls", level=6).update(value=7),
    "month": lambda: MonthFact.objects.filter(measure="sample.calls", level=6).update(value=7),
    "leaf": lambda: LeafFact.objects.filter(measure="sample.calls").update(value=7),
    "missing": lambda: Fact.objects.filter(measure="sample.calls", level=15).delete(),
    "surplus": lambda: MonthFact.objects.create(
        measure="sample.calls", level=4, code=sample.CITY, month=date(2026, 5, 1), value=2
    ),
}
SAID = {"missing": "day", "surplus": "month"}


@pytest.fixture
def counted(city):
    Call.objects.bulk_create(call(code, DAY) for code in sample.GRIDS)
    facts.drain()


def said(command: str, *given, **options) -> str:
    out = StringIO()
    call_command(command, *given, stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("size", [None, 3])
def test_reconcile_says_so_when_nothing_differs(counted, size):
    call(sample.GRIDS[0], DAY).save()  # not drained yet, and no difference
    assert said("reconcile_facts", sample=size) == "0 differences\n"


@pytest.mark.parametrize("size", [None, 3], ids=["full", "sample"])
@pytest.mark.parametrize("spoiled", SPOILED)
def test_reconcile_names_what_differs_in_every_grain(counted, spoiled, size):
    if spoiled == "surplus":
        MonthFact.objects.filter(measure="sample.calls", level=4).delete()
    SPOILED[spoiled]()
    out = StringIO()
    with pytest.raises(CommandError, match="differences; rebuild_facts mends them"):
        call_command("reconcile_facts", sample=size, stdout=out)
    assert f"{SAID.get(spoiled, spoiled)} sample.calls" in out.getvalue()

    said("rebuild_facts")
    assert said("reconcile_facts") == "0 differences\n"


def test_rebuild_counts_only_what_is_asked_for(counted):
    Fact.objects.update(value=7)
    said("rebuild_facts", "sample.solved")  # all measures of its table, the calls among them
    assert said("reconcile_facts") == "0 differences\n"
    with pytest.raises(CommandError, match="no dataset"):
        said("rebuild_facts", "no.such")


def test_a_late_row_lands_on_its_own_day(counted):
    late = date(2024, 2, 29)
    call(sample.GRIDS[0], late).save()
    facts.drain()
    assert Fact.objects.get(measure="sample.calls", code=sample.CITY, day=late).value == 1
    assert MonthFact.objects.get(measure="sample.calls", code=sample.CITY, month=date(2024, 2, 1)).value == 1
    assert Fact.objects.get(measure="sample.calls", code=sample.CITY, day=DAY).value == len(sample.GRIDS)
