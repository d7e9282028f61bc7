"""The area parameter of lists: a subtree by its code."""

import django_filters
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.areas.models import Area, AreaLevel, BoundaryMap
from governance.kernel.filters import StrictFilterSet


class AreaFilter(django_filters.CharFilter):
    """Rows in the subtree of an area the user may see; an unknown or foreign code is 404, never an empty list."""

    def filter(self, qs, value):
        if not value:
            return qs
        if not Area.objects.for_user(self.parent.request.user).filter(code=value).exists():
            raise Http404
        return qs.within(value)


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
