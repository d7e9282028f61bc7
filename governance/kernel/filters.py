"""FilterSets that refuse what they do not know: a typo in an address must not mean "all rows"."""

from datetime import date

import django_filters
from django import forms
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _

from governance.kernel.cuts import Cut
from governance.kernel.days import today
from governance.kernel.wording import listed

CONTROLS = frozenset({"cursor", "size", "count", "format", "_rows", "wall"})
YES_OR_NO = frozenset({"", "unknown", "true", "false"})


def without_controls(query: QueryDict) -> str:
    """The filters of a list's address alone, as a query string."""
    kept = query.copy()
    for name in CONTROLS:
        kept.pop(name, None)
    return kept.urlencode()


def since(column: str, label: str) -> django_filters.DateFilter:
    return django_filters.DateFilter(column, lookup_expr="gte", label=label)


def until(column: str, label: str) -> django_filters.DateFilter:
    return django_filters.DateFilter(column, lookup_expr="lte", label=label)


class StrictFilterSet(django_filters.FilterSet):
    """A FilterSet for page and API alike that raises `BadRequest` for an unknown parameter.

    `CUT`: the sorts its rows fall into, for figures that count them.
    `SAME_FOR_ALL`: the choices stand in the code, so that its form is drawn once for the same question.
    `asked_only` builds the filters that `data` names and no others: whoever draws no form needs no more.
    """

    EXTRA: frozenset[str] = frozenset()
    CUT: Cut | None = None
    SAME_FOR_ALL = False

    def __init__(self, data=None, *args, asked_only: bool = False, **kwargs):
        given = set(data or ())
        if asked_only and given <= CONTROLS | self.EXTRA | set(self.base_filters):
            self.base_filters = {name: column for name, column in self.base_filters.items() if name in given}
        super().__init__(data, *args, **kwargs)
        self._refuse_unknown(given)
        self._refuse_unclear(data or {})
        self._dress()

    def _refuse_unknown(self, given: set[str]) -> None:
        known = CONTROLS | self.EXTRA | set(self.form.fields)
        for name, column in self.filters.items():
            widget = self.form.fields[name].widget
            known |= {f"{name}_{suffix}" for suffix in getattr(widget, "suffixes", ()) if suffix}
            del column
        unknown = sorted(given - known)
        if unknown:
            raise BadRequest(
                _("不认识筛选条件：{unknown}。可用的有：{known}。").format(
                    unknown=listed(unknown), known=listed(sorted(self.form.fields))
                )
            )

    def _refuse_unclear(self, data) -> None:
        """Django reads any other word for yes or no as "either"."""
        for name, column in self.filters.items():
            said = str(data.get(name, ""))
            if isinstance(column, django_filters.BooleanFilter) and said.lower() not in YES_OR_NO:
                raise BadRequest(_("「{}」只能填 true 或 false。").format(column.label or name))

    def is_valid(self) -> bool:
        """Days that end before they begin would find nothing, which looks like an answer."""
        if not super().is_valid():
            return False
        asked = self.form.cleaned_data
        for name in [name for name in asked if name.endswith("_from")]:
            begin, end = asked[name], asked.get(last := name.removesuffix("_from") + "_to")
            if begin and end and begin > end:
                words = _("开始日期 {from_on} 晚于结束日期 {to_on}。")
                self.form.add_error(last, words.format(from_on=begin, to_on=end))
        return super().is_valid()

    def _dress(self) -> None:
        """Yes, no or either is asked in the words of every other choice; a day is picked."""
        for field in self.form.fields.values():
            if isinstance(field, forms.NullBooleanField):
                (either, _unknown), *choices = field.widget.choices
                field.widget.choices = [(either, settings.FILTERS_EMPTY_CHOICE_LABEL), *choices]
            elif isinstance(field.widget, forms.DateInput):
                field.widget.input_type = "date"

    @property
    def drawn_as(self) -> str:
        """What the form looks like depends on this; empty where it depends on more than the question."""
        if not self.SAME_FOR_ALL or self.form.errors or set(self.data) - CONTROLS - set(self.form.fields):
            return ""
        asked = sorted((name, self.data.get(name)) for name in self.form.fields if self.data.get(name))
        return f"{type(self).__qualname__} {asked}"

    @property
    def set_filters(self) -> dict[str, str]:
        """The filters in force with their labels and values, for the chips above a list."""
        if not self.is_bound or not self.is_valid():
            return {}
        return {
            self.form.fields[name].label or name: value
            for name, value in self.form.cleaned_data.items()
            if value not in (None, "", [], slice(None))
        }


class DatedFilterSet(StrictFilterSet):
    """Rows read as of a day: a subclass names the filter `as_of` and says what else looks at `day`."""

    @property
    def day(self) -> date:
        """The day of `as_of`, today when it is not given."""
        return self.form.cleaned_data.get("as_of") or today()
