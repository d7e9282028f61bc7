"""Amounts and days as Chinese papers write them."""

from datetime import date

import pytest

from disputes.papers.wording import chinese_date, in_capitals, yuan


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (0, "零元整"),
        (1, "壹分"),
        (10, "壹角整"),
        (100, "壹元整"),
        (10_50, "壹拾元伍角整"),
        (100_00, "壹佰元整"),
        (1_680_32, "壹仟陆佰捌拾元叁角贰分"),
        (16_409_02, "壹万陆仟肆佰零玖元零贰分"),
        (10_050_07, "壹万零伍拾元零柒分"),
        (20_010_00, "贰万零壹拾元整"),
        (1_005_000_00, "壹佰万伍仟元整"),
        (10_000_000_00, "壹仟万元整"),
        (100_000_001_00, "壹亿零壹元整"),
        (120_010_000_00, "壹亿贰仟零壹万元整"),
        (99_999_999_999_99, "玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_in_capitals_writes_amounts_as_banks_do(cents, words):
    assert in_capitals(cents) == words


def test_in_capitals_never_says_two_zeros_and_ends_in_one_of_three_ways():
    for cents in range(0, 3_000_000, 997):
        words = in_capitals(cents)
        assert "零零" not in words
        assert words[-1] in "整分"
        assert words.count("元") <= 1


def test_no_amount_and_no_day_stay_empty():
    assert (in_capitals(None), yuan(None), chinese_date(None)) == ("", "", "")


def test_days_and_yuan_are_written_plainly():
    assert chinese_date(date(2026, 3, 7)) == "2026年3月7日"
    assert yuan(1_234_567_05) == "1,234,567.05"
