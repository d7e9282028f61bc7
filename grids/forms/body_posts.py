from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.inputs import DayInput
from grids.enums.body_posts import Body
from grids.forms.errands import PHONE
from grids.models import Community, Compound


class BodyPostForm(forms.Form):
    """A post in a body of one community or of a compound in it."""

    body = forms.ChoiceField(label=_("任职的组织"), choices=[("", _("请选择")), *Body.choices])
    compound = forms.ModelChoiceField(
        label=_("小区"),
        queryset=Compound.objects.none(),
        required=False,
        empty_label=_("社区的任职，不选小区"),
    )
    title = forms.CharField(label=_("职务"), max_length=40)
    name = forms.CharField(label=_("姓名"), max_length=40)
    phone = forms.CharField(
        label=_("电话"),
        max_length=20,
        validators=[PHONE],
        help_text=_("姓名和电话都相同才算同一个人；存时加密，页面只显示掩码"),
    )
    on = forms.DateField(label=_("任职日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, community: Community, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["compound"].queryset = Compound.objects.within(community.code).order_by("name")


class BodyPostEndForm(forms.Form):
    on = forms.DateField(label=_("结束日期"), widget=DayInput(), initial=today)
    reason = forms.CharField(label=_("原因"), max_length=200)
