"""The area parameter of lists: a subtree by its code."""

from datetime import date

import django_filters
from django import forms
from django.core.exceptions import BadRequest
from django.http import Http404
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.areas.models import Area, AreaLevel, BoundaryMap
from governance.areas.past import lying_in
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet


class AreaInput(forms.TextInput):
    """`area`, and `area_on` that a figure of a past day brings along; nobody types that one, it is sent along again."""

    suffixes = ("", "on")
    drawn_on = ""

    def render(self, name, value, attrs=None, renderer=None):
        drawn = super().render(name, value, attrs, renderer)
        if not self.drawn_on:
            return drawn
        return drawn + format_html('<input type="hidden" name="{}_on" value="{}">', name, self.drawn_on)


class AreaFilter(django_filters.CharFilter):
    """Rows in the subtree of an area the user may see; an unknown or foreign code is 404, never an empty list.

    With `area_on` the subtree is that of the boundaries of a past day, so that the list behind a figure counted on
    them holds the same rows.
    """

    def __init__(self, *args, **options):
        super().__init__(*args, widget=AreaInput, **options)

    @property
    def field(self):
        """Its label says on which boundaries the list is drawn."""
        field = super().field
        if on := self._drawn_on():
            field.label = _("区划代码（按 {day} 的区划）").format(day=on.isoformat())
            field.widget.drawn_on = on.isoformat()
        return field

    def filter(self, qs, value):
        on = self._drawn_on()
        if on and "area" not in self.parent.data:
            raise BadRequest(_("area_on 要和 area 一起用。"))
        if not value:
            return qs
        area = Area.objects.for_user(self.parent.request.user).filter(code=value).first()
        if area is None:
            raise Http404
        return lying_in(qs, area, on) if on and on < today() else qs.within(value)

    def _drawn_on(self) -> date | None:
        said = (
            self.parent.data.get("area_on", "") if getattr(self, "parent", None) and self.parent.data else ""
        )
        if not said:
            return None
        try:
            return date.fromisoformat(said)
        except ValueError:
            raise BadRequest(
                _("{name} 不是日期，请写成 2026-01-31 的样子。").format(name="area_on")
            ) from None


class AreaListFilter(StrictFilterSet):
    """Open areas, or those of a day when `on` is given."""

    q = django_filters.CharFilter(method="with_text", label=_("名称、拼音或代码"), max_length=60)
    area = AreaFilter(label=_("所在区划代码"))
    level = django_filters.ModelChoiceFilter(queryset=AreaLevel.objects.all(), label=_("层级"))
    kind = django_filters.ChoiceFilter(choices=AreaKind, label=_("类别"))
    on = django_filters.DateFilter(method="of_day", label=_("某日的区划"))

    class Meta:
        model = Area
        fields = []

    def filter_queryset(self, queryset):
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data.get("on") else rows.open()

    def with_text(self, rows, name, value):
        return rows.search(value)

    def of_day(self, rows, name, value):
        return rows.open_on(value)


class BoundaryMapFilter(StrictFilterSet):
    area = AreaFilter(label=_("所在区划代码"))
    in_force = django_filters.BooleanFilter("is_in_force", label=_("使用中"))

    class Meta:
        model = BoundaryMap
        fields = []
