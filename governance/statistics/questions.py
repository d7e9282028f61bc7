"""What a page or a client asks: indicator, area within reach, span, cut. Nonsense is refused with a reason."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import BadRequest
from django.http import Http404
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.areas.models.tree import CODE_LENGTH
from governance.kernel.days import today
from governance.kernel.wording import listed
from governance.statistics import registry
from governance.statistics.definitions import Group, Indicator
from governance.statistics.enums import MAX_YEARS, Right
from governance.statistics.reading import BY, Span, span_of

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(rf"[0-9]{{1,{CODE_LENGTH}}}")


@dataclass(frozen=True)
class Question:
    indicator: Indicator
    area: Area
    span: Span
    by: str | None


def read_question(given: dict[str, str], user) -> Question:
    """The question in a query string. Raises `BadRequest` with the reason, or `Http404` for an area not in reach."""
    refuse_unknown(given, {"indicator", "area", "from", "to", "by", "as_of", "format"})
    span = read_span(given)
    return Question(
        indicator=find_indicator(given.get("indicator", "")),
        area=find_area(given.get("area", ""), user, span.as_of),
        span=span,
        by=_one_of(given, "by", BY),
    )


def refuse_unknown(given: dict[str, str], known: set[str]) -> None:
    if unknown := sorted(set(given) - known):
        raise BadRequest(
            _("不认识参数：{unknown}。可用的有：{known}。").format(
                unknown=listed(unknown), known=listed(sorted(known))
            )
        )


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
    return span


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
    if not _CODE.fullmatch(code):
        raise Http404
    open_then = Area.objects.open_on(on).select_related("level")
    found = open_then.filter(code=code).first() or open_then.filter(codes__code=code).first()
    if found is None or not user.may(Right.VIEW, found.keeper.code):
        raise Http404
    return found


def own_area_code(user) -> str:
    """The highest area the user reads figures of."""
    return min(
        (reach.code for reach in user.reaches(Right.VIEW)), key=lambda code: (len(code), code), default=""
    )
