import django_filters as filters
from django.utils.translation import gettext_lazy as _

from disputes.enums.classification import Scheme
from disputes.models import Dispute
from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet, since, until


class CategoryReportFilter(StrictFilterSet):
    """The disputes a report by category counts: those of the list, by area and day of acceptance."""

    scheme = filters.ChoiceFilter(
        choices=Scheme, method="as_it_is", label=_("统计口径"), empty_label=_("国家标准（GB/T 31000）")
    )
    area = AreaFilter(label=_("区划代码"))
    accepted_from = since("case__accepted_on", _("受理日期从"))
    accepted_to = until("case__accepted_on", _("受理日期到"))

    class Meta:
        model = Dispute
        fields = []

    def as_it_is(self, rows, name, value):
        """A scheme arranges the rows; it leaves none out."""
        return rows
