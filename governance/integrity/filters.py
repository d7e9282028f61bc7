import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.integrity.models import Finding
from governance.integrity.registry import checks
from governance.kernel.filters import StrictFilterSet


def _every_check() -> list[tuple[str, str]]:
    return [(check.code, check.title) for check in checks().values()]


class FindingFilter(StrictFilterSet):
    """What is still wrong; with `cleared` what is mended."""

    check = filters.ChoiceFilter("code", choices=_every_check, label=_("检查项"))
    area = AreaFilter(label=_("区划代码"))
    cleared = filters.BooleanFilter(method="with_cleared", label=_("已消除"))

    class Meta:
        model = Finding
        fields = []

    def filter_queryset(self, queryset):
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data.get("cleared") else rows.open()

    def with_cleared(self, rows, name, value):
        return rows.filter(cleared_at__isnull=False) if value else rows
