"""What a page or a client asks: indicator, area within reach, span, cut. Nonsense is refused with a reason."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import BadRequest
from django.db.models import F
from django.http import Http404
from django.utils.translation import gettext as _

from governance.areas.models import Area, AreaLevel
from governance.areas.models.tree import CODE_LENGTH
from governance.kernel.days import today
from governance.kernel.wording import listed
from governance.statistics import registry
from governance.statistics.counting import AREA, DAY, MONTH
from governance.statistics.definitions import Group, Indicator
from governance.statistics.enums import MAX_YEARS, MOST_AREAS, MOST_INDICATORS, MOST_NUMBERS, Right
from governance.statistics.reading import BY, WEEK, Span, span_of

# As `Area.objects.open_on(day).select_related("level")`, which every figure asks first: written once.
_OPEN = """
    select a.*, l.key as level_key, l.name as level_name, l.depth as level_depth, l.code_width as level_code_width
    from areas_area a join areas_arealevel l on l.key = a.level_id
    where a.code = any(%s) and a.opened_on <= %s and (a.closed_on is null or a.closed_on > %s)
"""
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(rf"[0-9]{{1,{CODE_LENGTH}}}")


SPAN = frozenset({"from", "to", "as_of", "boundaries"})
HOW = SPAN | {"by", "compare", "format"}
AS_OF, TODAY, YEAR = "as_of", "today", "year"
_CHILDREN = 50  # reckoned for an area that is cut by the areas below


@dataclass(frozen=True)
class Question:
    """Indicators, areas and how to cut them; `compare` asks for the same days of the year before as well."""

    indicators: list[Indicator]
    areas: list[Area]
    span: Span
    by: str | None
    compare: bool

    @property
    def numbers(self) -> int:
        """About how many numbers the answer holds."""
        days = (self.span.to_on - self.span.from_on).days + 1
        cuts = {AREA: _CHILDREN, DAY: days, WEEK: days // 7 + 1, MONTH: days // 30 + 1}.get(self.by, 0)
        return len(self.indicators) * len(self.areas) * (1 + cuts) * (2 if self.compare else 1)


def read_question(given: dict[str, str], user) -> Question:
    """One indicator in one area. Raises `BadRequest` with the reason, or `Http404` for an area not in reach."""
    refuse_unknown(given, {"indicator", "area", *HOW})
    span = read_span(given)
    return Question(
        [find_indicator(given.get("indicator", ""))],
        [find_area(given.get("area", ""), user, span.boundaries)],
        span,
        _one_of(given, "by", BY),
        _one_of(given, "compare", (YEAR,)) == YEAR,
    )


def read_questions(given: dict[str, str], keys: Iterable[str], codes: Iterable[str], user) -> Question:
    """Several indicators in several areas, within bounds: what is too much is refused before anything is counted."""
    refuse_unknown(given, {"indicator", "area", *HOW})
    span, keys, codes = read_span(given), list(dict.fromkeys(keys)), list(dict.fromkeys(codes))
    _refuse_too_many(len(keys), MOST_INDICATORS, _("一次最多 {most} 个指标，这次是 {count} 个，请分几次取。"))
    _refuse_too_many(len(codes), MOST_AREAS, _("一次最多 {most} 个区划，这次是 {count} 个，请分几次取。"))
    question = Question(
        [find_indicator(key) for key in keys or [""]],
        find_areas(codes or [""], user, span.boundaries),
        span,
        _one_of(given, "by", BY),
        _one_of(given, "compare", (YEAR,)) == YEAR,
    )
    sentence = _("一次最多取 {most} 个数，这次约 {count} 个，请减少指标、区划，或者缩短日期。")
    _refuse_too_many(question.numbers, MOST_NUMBERS, sentence)
    return question


def refuse_several(given) -> None:
    """One address answers for one figure: of two keys, the first would be left out without a word."""
    if any(len(given.getlist(name)) > 1 or "," in given.get(name, "") for name in ("indicator", "area")):
        raise BadRequest(_("这里一次取一个指标、一个区划；要取几个，请用 statistics/matrix/。"))


def _refuse_too_many(count: int, most: int, sentence: str) -> None:
    if count > most:
        raise BadRequest(sentence.format(most=most, count=count))


def refuse_unknown(given: dict[str, str], known: set[str]) -> None:
    if unknown := sorted(set(given) - known):
        raise BadRequest(
            _("不认识参数：{unknown}。可用的有：{known}。").format(
                unknown=listed(unknown), known=listed(sorted(known))
            )
        )


def read_place(given: dict[str, str], user) -> tuple[Area, Span]:
    """Where and when a page of one figure or one block looks; one's own highest area unless it says."""
    refuse_unknown(given, {"area", "from", "to", "as_of"})
    span = read_span(given)
    return find_area(given.get("area") or own_area_code(user), user, span.as_of), span


def read_span(given: dict[str, str]) -> Span:
    """From `from`, `to` and `as_of`; the days left out are filled in."""
    from_on, to_on, as_of = (_day(given, name) for name in ("from", "to", "as_of"))
    if as_of and as_of > today():
        raise BadRequest(_("as_of 不能晚于今天（{today}）。").format(today=today().isoformat()))
    span = span_of(from_on, to_on, as_of)
    if span.from_on > span.to_on:
        raise BadRequest(
            _("开始日期 {from_on} 晚于结束日期 {to_on}。").format(from_on=span.from_on, to_on=span.to_on)
        )
    if (span.to_on - span.from_on).days > MAX_YEARS * 366:
        raise BadRequest(_("一次最多查询 {years} 年。").format(years=MAX_YEARS))
    drawn = _one_of(given, "boundaries", (AS_OF, TODAY))
    return replace(span, drawn_on=today()) if drawn == TODAY else span


def _day(given: dict[str, str], name: str) -> date | None:
    text = given.get(name, "")
    if not text:
        return None
    try:
        if not _ISO_DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise BadRequest(_("{name} 不是日期，请写成 2026-01-31 的样子。").format(name=name)) from None


def _one_of(given: dict[str, str], name: str, choices: tuple[str, ...]) -> str | None:
    text = given.get(name, "")
    if text and text not in choices:
        raise BadRequest(_("{name} 只能是：{choices}。").format(name=name, choices=listed(choices)))
    return text or None


def find_indicator(key: str) -> Indicator:
    found = registry.indicators().get(key)
    if found is None:
        raise BadRequest(_("没有这个指标，请从指标目录里选取 indicator。"))
    return found


def explained_indicator(key: str) -> Indicator:
    """The indicator of an address; unknown ones are not found."""
    found = registry.indicators().get(key)
    if found is None:
        raise Http404
    return found


def find_group(key: str) -> Group:
    """The block of an address; unknown ones are not found."""
    if key not in Group.values:
        raise Http404
    return Group(key)


def find_area(code: str, user, on: date) -> Area:
    """The open area of that day with this code, now or once; unknown and out of reach are the same to a stranger."""
    return find_areas([code], user, on)[0]


def find_areas(codes: list[str], user, on: date) -> list[Area]:
    """As `find_area`, for several codes in their order, in two statements at most."""
    if not all(_CODE.fullmatch(code) for code in codes):
        raise Http404
    found = _by_code(codes, on)
    for code in codes:
        if code not in found or not user.may(Right.VIEW, found[code].keeper.code):
            _refuse_unopened(code, user, on)
            raise Http404
    return [found[code] for code in codes]


def _by_code(codes: list[str], on: date) -> dict[str, Area]:
    """The areas that bear the codes now, and for the codes that none bears those that bore them once."""
    found = {area.code: area for area in _bearing(codes, on)}
    if left := [code for code in codes if code not in found]:
        areas = Area.objects.open_on(on).select_related("level")
        once = areas.filter(codes__code__in=left).annotate(then=F("codes__code"))
        found |= {area.then: area for area in once}
    return found


def _bearing(codes: list[str], on: date) -> Iterator[Area]:
    """The areas open on a day that bear the codes now, each with its level."""
    names = [field.attname for field in AreaLevel._meta.concrete_fields]
    for area in Area.objects.raw(_OPEN, [codes, on, on]):
        area.level = AreaLevel.from_db(area._state.db, names, [getattr(area, f"level_{n}") for n in names])
        yield area


def _refuse_unopened(code: str, user, on: date) -> None:
    """Who reads figures of an area is told that it did not stand yet on the day asked for."""
    area = Area.objects.filter(code=code, opened_on__gt=on).first()
    if area and user.may(Right.VIEW, area.keeper.code):
        raise BadRequest(
            _(
                "{area}自 {opened_on} 起设立，请把日期改到这一天以后，或者用 boundaries=today 按今天的区划统计。"
            ).format(area=area.name, opened_on=area.opened_on.isoformat())
        )


def own_area(user, on: date) -> Area | None:
    """The highest area the user reads figures of, as it is on a day; none when it does not stand then."""
    code = own_area_code(user)
    return _by_code([code], on).get(code)


def own_area_code(user) -> str:
    """The highest area the user reads figures of."""
    return min(
        (reach.code for reach in user.reaches(Right.VIEW)), key=lambda code: (len(code), code), default=""
    )
