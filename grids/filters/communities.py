import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.areas.filters import AreaFilter
from grids.filters.lists import YES_NO, AsOfFilterSet
from grids.models import Community, CommunityOrg, OrgKind

COMMUNITY_KINDS = [choice for choice in AreaKind.choices if choice[0] in {"urban", "rural"}]


class CommunityFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    name = filters.CharFilter(lookup_expr="contains", label=_("名称"), max_length=40)
    kind = filters.ChoiceFilter(choices=COMMUNITY_KINDS, label=_("类别"))
    advised = filters.ChoiceFilter(choices=YES_NO, method="with_adviser", label=_("有法律顾问"))
    supported = filters.ChoiceFilter(choices=YES_NO, method="with_orgs", label=_("社区组织达标"))
    party_org = filters.ChoiceFilter(choices=YES_NO, method="with_party", label=_("有社区党组织"))
    vacant = filters.ChoiceFilter(choices=YES_NO, method="with_vacancy", label=_("有空缺网格"))
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = Community
        fields = []

    def with_adviser(self, rows, name, value):
        served = Community.objects.advised(self.day).values("pk")
        return rows.filter(pk__in=served) if value == "true" else rows.exclude(pk__in=served)

    def with_orgs(self, rows, name, value):
        fitting = Community.objects.supported(self.day).values("pk")
        return rows.filter(pk__in=fitting) if value == "true" else rows.exclude(pk__in=fitting)

    def with_party(self, rows, name, value):
        led = Community.objects.with_party_org(self.day).values("pk")
        return rows.filter(pk__in=led) if value == "true" else rows.exclude(pk__in=led)

    def with_vacancy(self, rows, name, value):
        return rows.filter(vacancies__gt=0) if value == "true" else rows.filter(vacancies=0)


class CommunityOrgFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ModelChoiceFilter(queryset=OrgKind.objects.all(), label=_("类别"))
    name = filters.CharFilter(lookup_expr="contains", label=_("名称"), max_length=80)
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = CommunityOrg
        fields = []
