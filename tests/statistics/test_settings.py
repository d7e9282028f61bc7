"""What a city says of the indicators, brought by its preset."""

import json

import pytest
from django.core.management import call_command

from config.management.commands import load_preset
from governance.kernel.errors import Refused
from governance.statistics.actions import load_indicator_settings
from governance.statistics.definitions import ValidRange
from governance.statistics.dictionary import read_entry
from governance.statistics.models import IndicatorSetting

A, B = "litigation.suits_per_resident", "litigation.suits_per_present"


@pytest.fixture
def city_of(tmp_path, monkeypatch):
    """A folder of presets with another city in it."""
    monkeypatch.setattr(load_preset, "PRESETS", tmp_path)

    def load(name: str, rows: list) -> None:
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "indicators.json").write_text(json.dumps(rows))
        call_command("load_preset", name)

    return load


def test_what_no_city_says_stays_as_defined(db):
    entry = read_entry(A)
    assert (entry.owner, entry.valid_range, entry.on_board) == ("政法委", ValidRange(0, None), False)
    assert (entry.is_published, read_entry(B).is_published) == (True, False)


def test_another_city_publishes_by_another_definition(db, city_of):
    said = {"indicator": B, "published": True, "owner": "平安办", "valid": [0, 400], "on_board": True}
    city_of("linzhou", [said])
    entry = read_entry(B)
    assert (entry.owner, entry.valid_range, entry.on_board) == ("平安办", ValidRange(0, 400), True)
    assert entry.is_published
    assert read_entry(A).published.key == B


def test_a_preset_loaded_again_takes_the_place_of_what_was_said(db, city_of):
    city_of("linzhou", [{"indicator": B, "published": True}, {"indicator": "visits.count", "owner": "甲"}])
    city_of("linzhou", [{"indicator": A, "published": True}])
    city_of("linzhou", [{"indicator": A, "published": True}])
    assert list(IndicatorSetting.objects.values_list("indicator", flat=True)) == [A]
    assert read_entry("visits.count").owner == "社会工作部"


def test_base_preset_leaves_what_a_city_says(db, city_of, monkeypatch):
    city_of("linzhou", [{"indicator": B, "published": True}])
    monkeypatch.undo()
    call_command("load_preset", "base")
    assert read_entry(B).is_published


def test_preset_of_yinchuan_loads(db):
    call_command("load_preset", "yinchuan")
    assert read_entry(A).valid_range == ValidRange(0, 2000)


BAD = [
    ([{"indicator": "no.such"}], "没有这些指标：no.such"),
    ([{"owner": "甲"}], "没有这些指标"),
    ([{"indicator": A, "publised": True}], "不认识的项：publised"),
    ([{"indicator": A}, {"indicator": A}], "写了两次"),
    ([{"indicator": A, "published": True}, {"indicator": B, "published": True}], "只留一个 published"),
    ([{"indicator": "visits.count", "published": True}], "只有一种口径"),
    ([{"indicator": A, "published": "yes"}], "published 只能写 true 或 false"),
    ([{"indicator": A, "on_board": 1}], "on_board 只能写 true 或 false"),
    ([{"indicator": A, "valid": [5, 1]}], "最小值不大于最大值"),
    ([{"indicator": A, "valid": [1]}], "[最小值, 最大值]"),
    ([{"indicator": A, "valid": ["0", 1]}], "[最小值, 最大值]"),
    ([{"indicator": A, "valid": [0, float("nan")]}], "[最小值, 最大值]"),
    ([{"indicator": A, "valid": [True, 1]}], "[最小值, 最大值]"),
    ([{"indicator": A, "owner": 7}], "责任部门要写成文字"),
    ([{"indicator": A, "owner": "长" * 41}], "最多 40 个字"),
]


@pytest.mark.parametrize(("rows", "sentence"), BAD)
def test_a_typo_is_refused_with_a_sentence_and_nothing_changes(db, rows, sentence):
    load_indicator_settings([{"indicator": B, "published": True}])
    with pytest.raises(Refused) as refused:
        load_indicator_settings(rows)
    assert sentence in refused.value.message
    assert [row.indicator for row in IndicatorSetting.objects.all()] == [B]
