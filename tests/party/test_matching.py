"""Which resources fit a need: the rule alone."""

from datetime import date

import pytest

from governance.party.rules.matching import Offer, Wanted, suggest

DAY = date(2026, 6, 1)
HOME = "990101001001"
WANTED = Wanted(kind=1, place=HOME, by=date(2026, 7, 1))


def offer(key: int, **fields) -> Offer:
    return Offer(**{"key": key, "kind": 1, "place": HOME, "left": 1, "since": date(2026, 1, 1), **fields})


def keys(*offers: Offer) -> list[int]:
    return [found.key for found in suggest(WANTED, offers, DAY)]


def test_the_same_kind_comes_first_then_the_nearest_then_the_roomiest():
    near_other = offer(1, kind=2)
    far, county, street = (
        offer(n, place=code) for n, code in ((2, "9902"), (3, "990101002"), (4, "990101001002"))
    )
    here, roomy = offer(5), offer(6, left=3)
    assert keys(near_other, far, county, street, here, roomy) == [6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    "fields",
    [
        {"left": 0},
        {"until": date(2026, 5, 31)},
        {"since": date(2026, 7, 2)},
        {"kind": 2, "place": "990101001002"},
    ],
    ids=["no room", "over", "too late", "another kind from elsewhere"],
)
def test_what_does_not_fit_is_not_suggested(fields):
    assert keys(offer(1, **fields)) == []


def test_reasons_are_told_in_words():
    (found,) = suggest(WANTED, [offer(1, place="990101001002", left=2, until=date(2026, 6, 20))], DAY)
    assert [str(reason) for reason in found.reasons] == [
        "类别相同",
        "同一镇街",
        "到期前可用",
        "还能服务 2 个项目",
    ]
