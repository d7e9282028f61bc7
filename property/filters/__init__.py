import django_filters as filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import DatedFilterSet
from grids.enums.territory import CompoundKind
from property.enums import ServiceMode
from property.enums.projects import ProjectState
from property.models import ManagedCompound, PropertyCompany, PropertyContract


def compound_filter() -> filters.NumberFilter:
    return filters.NumberFilter(
        "compound_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("小区编号")
    )


class OnDayFilterSet(DatedFilterSet):
    """Rows read as of the day of `as_of`, today when it is not given."""

    def on_day(self, rows, name, value):
        """The day itself: the other filters read it."""
        return rows


def _those(rows, found, value: bool):
    """The rows found, or all the others."""
    return found if value else rows.exclude(pk__in=found.order_by().values("pk"))


class ManagedCompoundFilter(OnDayFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("小区名称"))
    kind = filters.ChoiceFilter(choices=CompoundKind, label=_("类型"))
    managed = filters.BooleanFilter(method="by_contract", label=_("有物业服务"))
    committee = filters.BooleanFilter(method="by_committee", label=_("有业委会或物管会"))
    company_party = filters.BooleanFilter(method="by_party", label=_("物业企业有党组织"))
    branch = filters.BooleanFilter(method="by_branch", label=_("有小区党支部"))
    cross_post = filters.BooleanFilter(method="by_cross_post", label=_("有交叉任职"))
    term_over = filters.BooleanFilter(method="by_term", label=_("委员会届满未换届"))
    filing_late = filters.BooleanFilter(method="by_filing", label=_("委员会备案超期"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))

    class Meta:
        model = ManagedCompound
        fields = []

    def by_contract(self, rows, name, value):
        return rows.managed_on(self.day) if value else rows.unmanaged_on(self.day)

    def by_committee(self, rows, name, value):
        return rows.with_committee_on(self.day) if value else rows.without_committee_on(self.day)

    def by_party(self, rows, name, value):
        return rows.with_company_party_on(self.day) if value else rows.without_company_party_on(self.day)

    def by_branch(self, rows, name, value):
        return rows.with_branch_on(self.day) if value else rows.without_branch_on(self.day)

    def by_cross_post(self, rows, name, value):
        return rows.with_cross_post_on(self.day) if value else rows.without_cross_post_on(self.day)

    def by_term(self, rows, name, value):
        return _those(rows, rows.with_term_over_on(self.day), value)

    def by_filing(self, rows, name, value):
        return _those(rows, rows.with_filing_late_on(self.day), value)

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).for_list(self.day)


class PropertyCompanyFilter(OnDayFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("企业名称"))
    uscc = filters.CharFilter("uscc", lookup_expr="iexact", label=_("统一社会信用代码"))
    party = filters.BooleanFilter(method="by_party", label=_("有党组织"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))

    class Meta:
        model = PropertyCompany
        fields = []

    def by_party(self, rows, name, value):
        return rows.with_party_on(self.day) if value else rows.without_party_on(self.day)

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).operating_on(self.day).for_list(self.day)


class PropertyContractFilter(OnDayFilterSet):
    """Without `as_of` all contracts, past ones too; where a filter needs a day, it is today's then."""

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter(method="with_name", label=_("小区或企业名称"), max_length=60)
    mode = filters.ChoiceFilter(choices=ServiceMode, label=_("服务方式"))
    state = filters.ChoiceFilter(choices=ProjectState, method="in_state", label=_("合同状态"))
    ending_within = filters.NumberFilter(
        method="ending_soon", min_value=0, max_value=3660, decimal_places=0, label=_("多少天内届满")
    )
    fee_low = filters.BooleanFilter(method="with_low_fees", label=_("上季度收费低"))
    company = filters.NumberFilter(
        "company_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("企业编号")
    )
    compound = compound_filter()
    company_party = filters.BooleanFilter(method="by_party", label=_("物业企业有党组织"))
    ending_by = filters.DateFilter(method="ending", label=_("届满不晚于"))
    as_of = filters.DateFilter(method="live", label=_("截至日期"))

    class Meta:
        model = PropertyContract
        fields = []

    def live(self, rows, name, value):
        return rows.live_on(value)

    def ending(self, rows, name, value):
        return rows.ending_by(value)

    def in_state(self, rows, name, value):
        return rows.in_state(value, self.day)

    def ending_soon(self, rows, name, value):
        return rows.ending_within(self.day, int(value))

    def with_low_fees(self, rows, name, value):
        return _those(rows.live_on(self.day), rows.with_low_fees_on(self.day), value)

    def by_party(self, rows, name, value):
        return _those(rows, rows.with_company_party_on(self.day), value)

    def with_name(self, rows, name, value):
        return rows.filter(Q(compound__name__icontains=value) | Q(company__name__icontains=value))
