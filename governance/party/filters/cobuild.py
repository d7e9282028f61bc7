import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import DatedFilterSet, StrictFilterSet
from governance.party.enums import NeedState, ProjectState, ResourceState, WishState
from governance.party.models import CobuildKind, CommunityNeed, CoProject, PartnerResource, Wish

YES_NO = [("true", _("是")), ("false", _("否"))]


class ResourceFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("text", lookup_expr="icontains", label=_("资源内容"))
    kind = filters.ModelChoiceFilter(queryset=CobuildKind.objects.all(), label=_("类别"))
    partner = filters.NumberFilter("partner", label=_("共建单位编号"))
    state = filters.ChoiceFilter(choices=ResourceState, label=_("状态"))

    class Meta:
        model = PartnerResource
        fields = []


class StandingFilter(DatedFilterSet):
    """What stood on the day of `as_of`, when it or the question it dates is asked."""

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("text", lookup_expr="icontains", label=_("内容"))
    as_of = filters.DateFilter(method="standing", label=_("截至日期"))

    def standing(self, rows, name, value):
        return rows.posted_on(value)


class NeedFilter(StandingFilter):
    kind = filters.ModelChoiceFilter(queryset=CobuildKind.objects.all(), label=_("类别"))
    state = filters.ChoiceFilter(choices=NeedState, label=_("状态"))
    matched = filters.ChoiceFilter(choices=YES_NO, method="by_match", label=_("已对接项目"))

    class Meta:
        model = CommunityNeed
        fields = []

    def by_match(self, rows, name, value):
        return rows.matched_by(self.day) if value == "true" else rows.unmatched_on(self.day)


class ProjectFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ModelChoiceFilter("need__kind", queryset=CobuildKind.objects.all(), label=_("类别"))
    partner = filters.NumberFilter("partner", label=_("共建单位编号"))
    state = filters.ChoiceFilter(choices=ProjectState, label=_("状态"))

    class Meta:
        model = CoProject
        fields = []


class WishFilter(StandingFilter):
    state = filters.ChoiceFilter(choices=WishState, label=_("状态"))
    fulfilled = filters.ChoiceFilter(choices=YES_NO, method="by_end", label=_("已实现"))

    class Meta:
        model = Wish
        fields = []

    def by_end(self, rows, name, value):
        return rows.fulfilled_by(self.day) if value == "true" else rows.unfulfilled_on(self.day)
