"""How alike two disputes are, and why. Pure: facts in, points and reasons out; a person decides."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import sqrt

from rapidfuzz.distance import OSA

from disputes.enums import alike as points
from disputes.enums.alike import Reason
from disputes.enums.subjects import BOUND_TO_PLACE, SUBJECTS, WORDS
from disputes.rules.parties import org_key
from governance.kernel.bigrams import pieces

_WORDS = [(word, subject) for subject, words in WORDS.items() for word in words.split()]
_TITLE_COUNTS = 2  # a word of the title for two of the summary
# What of a place is not its name: district, building, unit, door, gate.
_HOUSE = re.compile(r"^[一-鿿]{2}[区县](?=[一-鿿]{2})|[0-9]+.*$|小区|[东南西北]门")
_SHORTEST_CORE = 4  # characters of a firm's name that tell it apart


@dataclass(frozen=True)
class Side:
    """A party as likeness sees it: its name and the blind indexes of its numbers."""

    name: str
    is_org: bool = False
    numbers: frozenset[str] = frozenset()

    @cached_property
    def key(self) -> str:
        return org_key(self.name) if self.is_org else self.name


@dataclass(eq=False)
class Facts:
    """What is compared of a dispute."""

    pk: int
    title: str
    summary: str
    place: str
    area_code: str
    category: str
    day: date
    applicants: list[Side] = field(default_factory=list)
    respondents: list[Side] = field(default_factory=list)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(piece for piece in pieces(f"{self.title} {self.summary}") if len(piece) == 2)

    @cached_property
    def place_words(self) -> frozenset[str]:
        return frozenset(piece for piece in pieces(_HOUSE.sub("", self.place)) if len(piece) == 2)

    @cached_property
    def subjects(self) -> Counter:
        return subjects_of(self.title, self.summary)

    @cached_property
    def main_subjects(self) -> frozenset[str]:
        most = max(self.subjects.values(), default=0)
        return frozenset(subject for subject, count in self.subjects.items() if count == most)


@dataclass
class Likeness:
    points: float
    reasons: list[tuple[Reason, dict]]

    @property
    def is_suggested(self) -> bool:
        return self.points >= points.SUGGESTED_FROM

    def words(self) -> list[str]:
        return [reason_words(reason, values) for reason, values in self.reasons]


def reason_words(reason: str, values: dict) -> str:
    told = {name: str(SUBJECTS.get(value, value)) for name, value in values.items()}
    return str(Reason(reason).label).format(**told)


def subjects_of(title: str, summary: str) -> Counter:
    found = Counter()
    for text, counts in ((title, _TITLE_COUNTS), (summary, 1)):
        for word, subject in _WORDS:
            if word in text:
                found[subject] += counts
    return found


def likeness(one: Facts, other: Facts) -> Likeness | None:
    """None when the respondents are known to be two: likeness of words alone is no likeness of the matter."""
    places = _overlap(one.place_words, other.place_words)
    is_near = places >= points.SAME_PLACE or one.area_code[:12] == other.area_code[:12]
    respondent = _respondents(one.respondents, other.respondents, is_near)
    if respondent is None:
        return None
    total, reasons = respondent
    parts = (_applicants(one, other), _subjects(one, other), _texts(one, other), _places(one, other, places))
    for more, reason in (*parts, _time(one, other)):
        total += more
        reasons = reasons + reason
    return Likeness(total + _categories(one, other), reasons)


def same_sides(one: Facts, other: Facts) -> bool:
    """Whether applicants and respondents are the same, or the same the other way round."""
    here, there = (one.applicants, one.respondents), (other.applicants, other.respondents)
    return any(_same(here[0], pair[0]) and _same(here[1], pair[1]) for pair in (there, there[::-1]))


def _same(ours: Iterable[Side], theirs: Iterable[Side]) -> bool:
    return any(_side(one, other, True)[1] in _CERTAIN for one in ours for other in theirs)


_CERTAIN = {Reason.NUMBER, Reason.FIRM, Reason.NAME}


def _respondents(ours: list[Side], theirs: list[Side], is_near: bool) -> tuple[float, list] | None:
    if not ours or not theirs:
        return (points.UNNAMED, []) if is_near else None
    best = max((_side(one, other, is_near) for one in ours for other in theirs), key=lambda found: found[0])
    return (best[0], [(best[1], {})]) if best[1] else None


def _side(one: Side, other: Side, is_near: bool) -> tuple[float, Reason | None]:
    if one.numbers & other.numbers:
        return points.NUMBER, Reason.NUMBER
    if one.is_org != other.is_org:
        return 0, None
    if one.is_org:
        return _firms(one.key, other.key, is_near)
    if one.numbers and other.numbers:
        return 0, None  # two people of one name
    return (points.NAME, Reason.NAME) if one.key == other.key and is_near else (0, None)


def _firms(one: str, other: str, is_near: bool) -> tuple[float, Reason | None]:
    """One firm under a longer and a shorter name, or with a slip of the pen."""
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) >= _SHORTEST_CORE and short in long):
        return points.FIRM, Reason.FIRM
    slip = len(short) >= _SHORTEST_CORE and OSA.distance(one, other) <= 1
    with_seat = len(long) - len(short) == 2 and OSA.distance(short, long[2:]) <= 1
    if slip or with_seat:
        return (points.FIRM_LIKE if is_near else points.FIRM_LIKE_FAR), Reason.FIRM_LIKE
    return 0, None


def _applicants(one: Facts, other: Facts) -> tuple[float, list]:
    return (
        (points.APPLICANT, [(Reason.APPLICANT, {})]) if _same(one.applicants, other.applicants) else (0, [])
    )


def _subjects(one: Facts, other: Facts) -> tuple[float, list]:
    if not one.subjects or not other.subjects:
        return points.NO_SUBJECT, []
    share = _cosine(one.subjects, other.subjects)
    if share <= points.ALIKE_SUBJECTS:
        return points.OTHER_SUBJECT, []
    common = max(
        one.subjects & other.subjects, key=lambda subject: min(one.subjects[subject], other.subjects[subject])
    )
    return points.SUBJECT * share, [(Reason.SUBJECT, {"subject": common})]


def _texts(one: Facts, other: Facts) -> tuple[float, list]:
    share = _shared(one.words, other.words)
    reasons = [(Reason.WORDS, {})] if share >= points.ALIKE_WORDS else []
    return min(points.MOST_WORDS, points.WORDS * share), reasons


def _places(one: Facts, other: Facts, places: float) -> tuple[float, list]:
    if places >= points.SAME_PLACE:
        return points.PLACE, [(Reason.PLACE, {})]
    bound = one.main_subjects & other.main_subjects & BOUND_TO_PLACE
    known = one.place_words and other.place_words
    return (points.OTHER_PLACE if bound and known and places < points.OTHER_PLACES else 0), []


def _time(one: Facts, other: Facts) -> tuple[float, list]:
    apart = abs((one.day - other.day).days)
    counts = next(
        (more for within, more in points.NEAR_IN_TIME if apart <= within), points.NEAR_IN_TIME[-1][1]
    )
    return counts, [(Reason.DAYS, {"days": apart}) if apart else (Reason.SAME_DAY, {})]


def _categories(one: Facts, other: Facts) -> float:
    if one.category == other.category:
        return points.CATEGORY
    return points.BROAD_CATEGORY if one.category[:2] == other.category[:2] else 0


def _shared(ours: frozenset, theirs: frozenset) -> float:
    """How much two sets have in common, from 0 to 1."""
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _overlap(ours: frozenset, theirs: frozenset) -> float:
    """How much of the smaller set lies in the larger: a short name of a place within its long one."""
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _cosine(one: Counter, other: Counter) -> float:
    product = sum(count * other[subject] for subject, count in one.items())
    return product / sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
