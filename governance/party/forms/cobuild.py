"""What partners offer, what communities need and wish for, and what each step of these asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.inputs import DayInput, PhoneField, long_text
from governance.party.enums import COBUILD_TEXT_LENGTH, MOST_CAPACITY, NOTE_LENGTH
from governance.party.forms.fields import CommunityField
from governance.party.models import CobuildKind, Partner, StewardTeam, VolunteerTeam, Wish


class KindField(forms.ModelChoiceField):
    def __init__(self):
        super().__init__(label=_("类别"), queryset=CobuildKind.objects.all(), empty_label=_("请选择"))


class ResourceForm(forms.Form):
    kind = KindField()
    text = long_text(_("资源内容"), rows=3, max_length=COBUILD_TEXT_LENGTH)
    capacity = forms.IntegerField(
        label=_("可同时服务的项目数"), min_value=1, max_value=MOST_CAPACITY, initial=1
    )
    from_on = forms.DateField(label=_("开始日期"), widget=DayInput(), initial=today)
    to_on = forms.DateField(
        label=_("截止日期"), widget=DayInput(), required=False, help_text=_("长期可用的不填")
    )


class NeedForm(forms.Form):
    area = CommunityField(label=_("社区（村）"))
    kind = KindField()
    text = long_text(_("需求内容"), rows=3, max_length=COBUILD_TEXT_LENGTH)
    wanted_by = forms.DateField(label=_("希望完成日期"), widget=DayInput())

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].offer(user)


class NoteForm(forms.Form):
    note = forms.CharField(label=_("理由"), max_length=NOTE_LENGTH)


class NoWordsForm(forms.Form):
    """A step that asks nothing but to be sure."""


class ProjectResultForm(forms.Form):
    result = long_text(_("项目成效"), rows=3, max_length=COBUILD_TEXT_LENGTH)
    people_served = forms.IntegerField(label=_("服务人次"), min_value=0, max_value=10_000_000)


class WishForm(forms.Form):
    area = CommunityField(label=_("社区（村）"))
    text = long_text(
        _("心愿内容"),
        rows=3,
        max_length=COBUILD_TEXT_LENGTH,
        help_text=_("清单上看得到，请不要写姓名、门牌和病情"),
    )
    contact = forms.CharField(
        label=_("联系人"), max_length=40, required=False, help_text=_("加密保存，只以掩码显示，查看要写事由")
    )
    phone = PhoneField(label=_("联系电话"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].offer(user)


class ClaimForm(forms.Form):
    """One of three: a partner, a steward team or a volunteer team around the wish."""

    partner = forms.ModelChoiceField(label=_("共建单位"), queryset=Partner.objects.none(), required=False)
    steward_team = forms.ModelChoiceField(
        label=_("红管家服务队"), queryset=StewardTeam.objects.none(), required=False
    )
    volunteer_team = forms.ModelChoiceField(
        label=_("志愿服务队"), queryset=VolunteerTeam.objects.none(), required=False
    )

    def __init__(self, *args, wish: Wish, user, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            rows = field.queryset.model.objects.for_user(user).within(wish.area_code).in_force(today())
            field.queryset = rows.order_by("name")

    def clean(self):
        if self.is_bound and sum(bool(found) for found in self.cleaned_data.values()) != 1:
            raise forms.ValidationError(_("请选一个认领的单位或队伍，只选一个。"))
        return self.cleaned_data


class WishResultForm(forms.Form):
    result = long_text(_("实现情况"), rows=3, max_length=COBUILD_TEXT_LENGTH)


class ThanksForm(forms.Form):
    thanks = long_text(_("答谢"), rows=3, max_length=COBUILD_TEXT_LENGTH)
