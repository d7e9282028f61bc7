"""What templates say with: icons, figures, dates, clocks, form controls, addresses that keep their filters."""

import re
from datetime import date, datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache, lru_cache

from django import forms, template
from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dates import MONTHS_3
from django.utils.html import format_html, json_script
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, ngettext

from governance.kernel.rendering import drawn_chart, drawn_once, part
from governance.kernel.wording import listed

register = template.Library()

THIN_SPACE = "\u2009"
MYRIAD = 10_000
NEAR_DAYS = 1
_HAN = "\u3400-\u9fff"
_SEAM = re.compile(rf"(?<=[{_HAN}]) ?(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) ?(?=[{_HAN}])")


@register.simple_tag(name="part")
def kept_part(template_name: str, **inputs):
    """`{% include %}` for a component in every row of a list: rendered once for the same plain inputs.

    The component reads nothing but its inputs.
    """
    return part(template_name, get_language(), timezone.localdate(), tuple(inputs.items()))


@register.simple_tag
def chart(template_name: str, **inputs):
    """`{% include %}` for a chart or a map, which reads nothing but its inputs: drawn once for the same figures."""
    return drawn_chart(template_name, get_language(), timezone.localdate(), inputs)


@register.simple_tag
def filter_form(filterset):
    """The form of a filter bar, drawn once for the same question where it is the same for everybody."""
    key = filterset.drawn_as and (get_language(), filterset.drawn_as)
    return drawn_once("components/filter_form.html", {"filter": filterset}, key=key)


@register.simple_tag
def icon(name: str, label: str = ""):
    """One picture of the sprite; decoration unless it is given a label."""
    return _icon(name, str(label))


@lru_cache(maxsize=1024)
def _icon(name: str, label: str):
    sprite = static("vendor/bootstrap-icons/sprite.svg")
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"></use></svg>', label, sprite, name
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', sprite, name)


@register.simple_tag
def drawn(name: str):
    """One picture of the sprite drawn into the page itself: for pages that must not fetch the whole sprite."""
    box, shape = _shape(name)
    return format_html(
        '<svg class="icon" aria-hidden="true" viewBox="{}">{}</svg>',
        box,
        mark_safe(shape),  # noqa: S308 — out of our own vendored file
    )


@cache
def _shape(name: str) -> tuple[str, str]:
    sprite = (settings.BASE_DIR / "static/vendor/bootstrap-icons/sprite.svg").read_text()
    found = re.search(rf'<symbol id="{name}" viewBox="([^"]+)">(.*?)</symbol>', sprite, re.S)
    assert found, f"no picture {name} in the sprite"
    return found[1], found[2].strip()


@register.filter
def thin(text) -> str:
    """A thin space between Chinese and Latin letters or digits: 还剩 2 个工作日."""
    return _SEAM.sub(THIN_SPACE, str(text))


def _in_chinese() -> bool:
    return (get_language() or settings.LANGUAGE_CODE).startswith("zh")


def _decimal(value) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


@register.filter
def compact_number(value):
    """108300 → 10.83万, the full number in the tooltip; shares and small numbers stand as they are.

    Cut, never rounded up: a tile must not claim what has not been reached.
    """
    number = _decimal(value)
    if number is None:
        return "—"
    full = f"{number:,f}"
    if abs(number) < MYRIAD:
        return full
    if _in_chinese():
        short = (number / MYRIAD).quantize(Decimal("0.01"), rounding=ROUND_DOWN)
        return format_html('<span class="number" title="{}">{}万</span>', full, short)
    return format_html('<span class="number">{}</span>', full)


@register.filter
def figure(value) -> str:
    """A number in full, grouped by thousands; a dash for none."""
    number = _decimal(value)
    return "—" if number is None else f"{number:,f}"


@register.filter
def share(value) -> str:
    """A percentage to two decimals: 86.7 → 86.70%."""
    number = _decimal(value)
    return "—" if number is None else f"{number.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP)}%"


@register.filter
def cn_date(value):
    """11月22日 周日 14:05 in a `<time>`; the year is written when it is not this year."""
    if not value:
        return "—"
    moment = isinstance(value, datetime)
    local = timezone.localtime(value) if moment and timezone.is_aware(value) else value
    return format_html('<time class="number" datetime="{}">{}</time>', local.isoformat(), date_words(local))


def date_words(value: date | datetime) -> str:
    """The words of `cn_date`, for messages."""
    words = gettext("{month}月{day}日 {weekday}").format(
        month=_month(value), day=value.day, weekday=_weekday(value)
    )
    if value.year != timezone.localdate().year:
        words = gettext("{year}年{rest}").format(year=value.year, rest=words)
    return f"{words} {value:%H:%M}" if isinstance(value, datetime) else words


def day_words(value: date) -> str:
    """The day alone, for the middle of a sentence; the year is written when it is not this year."""
    words = gettext("{month}月{day}日").format(month=_month(value), day=value.day)
    return (
        words
        if value.year == timezone.localdate().year
        else gettext("{year}年{rest}").format(year=value.year, rest=words)
    )


def _month(value: date) -> str:
    return str(value.month) if _in_chinese() else str(MONTHS_3[value.month]).title()


def _weekday(value: date) -> str:
    names = (
        gettext("周一"),
        gettext("周二"),
        gettext("周三"),
        gettext("周四"),
        gettext("周五"),
        gettext("周六"),
        gettext("周日"),
    )
    return names[value.weekday()]


@register.simple_tag
def clock(days_left: int | None, state: str = "running") -> dict:
    """How a deadline stands: `{"tone", "icon", "word"}`.

    `days_left` in working days, calendar days and negative when late, None without a deadline; `state` is running,
    paused or done.
    """
    if state == "done":
        return _due("ok", "check-circle", gettext("已办结"))
    if state == "paused":
        return _due("paused", "pause-circle", gettext("计时暂停"))
    if days_left is None:
        return _due("paused", "dash-circle", gettext("不限期"))
    if days_left < 0:
        late = -days_left
        return _due(
            "late", "exclamation-octagon", ngettext("超期 {n} 天", "超期 {n} 天", late).format(n=late)
        )
    if days_left == 0:
        return _due("near", "hourglass-split", gettext("今天到期"))
    left = ngettext("还剩 {n} 个工作日", "还剩 {n} 个工作日", days_left).format(n=days_left)
    return _due("near", "hourglass-split", left) if days_left <= NEAR_DAYS else _due("ok", "clock", left)


def _due(tone: str, picture: str, word: str) -> dict:
    return {"tone": tone, "icon": picture, "word": thin(word)}


@register.simple_tag(takes_context=True)
def query_with(context, **changes) -> str:
    """`?…` of the present page with some parameters changed; an empty value takes one out.

    A new filter starts again at the first page, so `cursor` goes unless it is itself set.
    """
    query = context["request"].GET.copy()
    query.pop("cursor", None)
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = value
    return f"?{query.urlencode()}"


@register.filter
def chips(filterset) -> list[dict]:
    """What is set in a FilterSet: `{"name", "label", "value", "remove"}`, the last the query without it."""
    form, found = filterset.form, []
    for name, field in form.fields.items() if form.data else ():
        bound = form[name]
        words = _said(field, bound.value())
        if words and isinstance(field.widget, forms.HiddenInput):
            words = field.widget.attrs.get("data-said", "")  # what may be told of a value nobody should read
        if not words:
            continue
        query = form.data.copy()
        for key in [key for key in query if key in ("cursor", name) or key.startswith(f"{name}_")]:
            query.pop(key)
        said = {"name": name, "label": bound.label, "value": words, "remove": f"?{query.urlencode()}"}
        found.append(said)
    return found


def _said(field: forms.Field, value) -> str:
    values = value if isinstance(value, (list, tuple)) else [value]
    values = [str(one) for one in values if one not in (None, "", False)]
    if isinstance(field, forms.ModelChoiceField):
        known = {str(field.prepare_value(one)): str(one) for one in field.queryset.filter(pk__in=values)}
        return listed(known.get(one, one) for one in values)
    if isinstance(field, forms.NullBooleanField | forms.BooleanField):
        return {"true": gettext("是"), "True": gettext("是"), "false": gettext("否")}.get("".join(values), "")
    names = {
        str(key): str(label) for key, label in getattr(field, "choices", ()) if not isinstance(label, list)
    }
    return listed(names.get(one, one) for one in values)


@register.filter
def control_kind(field) -> str:
    """How a field is laid out: choices, check, hidden or plain."""
    widget = field.field.widget
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "hidden" if widget.is_hidden else "plain"


@register.simple_tag
def control(field):
    """The field's own input, dressed."""
    widget = field.field.widget
    dress = "form-select" if isinstance(widget, forms.Select) else "form-control"
    if isinstance(widget, (forms.CheckboxInput, forms.HiddenInput)):
        dress = ""
    if isinstance(field.field, (forms.DateField, forms.IntegerField, forms.DecimalField)):
        dress += " short"
    if field.errors:
        dress += " is-invalid"
    given = widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"{given} {dress}".strip()})


@register.filter
def chart_rows(chart: dict) -> list[dict]:
    """The figures of a chart as table rows: `{"label", "href", "values"}`."""
    links = chart.get("links") or [""] * len(chart["labels"])
    columns = [series["values"] for series in chart["series"]]
    return [
        {"label": label, "href": href, "values": values}
        for label, href, *values in zip(chart["labels"], links, *columns, strict=True)
    ]


@register.filter
def chart_json(chart: dict):
    """The data of a chart where charts.js finds it: a `<script type="application/json">`."""
    return json_script(chart, f"{chart['id']}-data")
