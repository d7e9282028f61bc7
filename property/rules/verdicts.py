"""A verdict in words: for the page, the API and the result sheet alike."""

from django.utils.translation import gettext as _

from property.enums.meetings import QUALIFIED
from property.models import OwnersMatter, OwnersMeeting
from property.models.meetings import AREAS, HEADS
from property.rules.votes import Measure, Question, Verdict, VoteTest, hundredths


def words_of(verdict: Verdict | None) -> str:
    """Carried or not, and then which tests failed and by how much."""
    if verdict is None:
        return _("还没有计票。")
    if verdict.is_passed:
        return _("通过。")
    return _("没有通过：{}。").format(shortfall_words(verdict))


def shortfall_words(verdict: Verdict) -> str:
    """What was lacking, test by test."""
    return _("；").join(missed_words(test) for test in verdict.failed)


def missed_words(test: VoteTest) -> str:
    return _("{what}{missed}，还差 {lacking}").format(
        what=what_words(test), missed=test.threshold.missed, lacking=amount(test.lacking, test.measure)
    )


def what_words(test: VoteTest) -> str:
    """What a test looks at."""
    return {
        (Question.QUORUM, Measure.HEADS): _("参与表决的人数"),
        (Question.QUORUM, Measure.AREA): _("参与表决的面积"),
        (Question.CONSENT, Measure.HEADS): _("同意的人数"),
        (Question.CONSENT, Measure.AREA): _("同意的面积"),
    }[test.question, test.measure]


def standard_words(test: VoteTest) -> str:
    """What a test asks for."""
    return _("{what}{threshold}").format(what=what_words(test), threshold=test.threshold.label)


def share_words(test: VoteTest) -> str:
    """What was counted, of how much, and its percentage."""
    return _("{part} / {whole}（{percent}）").format(
        part=amount(test.part, test.measure), whole=amount(test.whole, test.measure), percent=percent(test)
    )


def rule_words(kind: str) -> str:
    """What a class of matter takes, as the article says it."""
    if kind in QUALIFIED:
        return _("面积和人数都要三分之二以上参与表决，参与的面积和人数都要四分之三以上同意")
    return _("面积和人数都要三分之二以上参与表决，参与的面积和人数都要过半数同意")


def owners_words(meeting: OwnersMeeting) -> str:
    """All owners, by heads and by area."""
    return _("{heads}，专有部分 {area}").format(
        heads=amount(meeting.owner_count, Measure.HEADS),
        area=amount(hundredths(meeting.owner_area), Measure.AREA),
    )


def counted_words(matter: OwnersMatter) -> tuple[list[str], list[str]]:
    """What was counted of a matter by heads and by area: took part, for, against, abstained."""
    heads = [figure(getattr(matter, name), Measure.HEADS) for name in HEADS]
    areas = [figure(hundredths(getattr(matter, name)), Measure.AREA) for name in AREAS]
    return heads, areas


def amount(value: int, measure: Measure) -> str:
    """412 人, 38,120.50 平方米."""
    unit = _("{} 人") if measure == Measure.HEADS else _("{} 平方米")
    return unit.format(figure(value, measure))


def figure(value: int, measure: Measure) -> str:
    """The same without its unit, for a column that names it."""
    return f"{value:,}" if measure == Measure.HEADS else f"{value // 100:,}.{value % 100:02d}"


def percent(test: VoteTest) -> str:
    """Cut off after two digits, never rounded up to a share that was not reached."""
    if not test.whole:
        return "0.00%"
    cut = test.part * 10_000 // test.whole
    return f"{cut // 100}.{cut % 100:02d}%"
