"""What a person fills in at the mobile desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.enums.desk import MOST_HOMES, PLACE_LENGTH, REASON_LENGTH, DeskStep
from deeds.models import DeedProject, DeskSession, Home
from governance.casework.forms import day_field
from governance.kernel.days import today
from governance.people.models import Post, User


class DeskSessionForm(forms.Form):
    project = forms.ModelChoiceField(label=_("办证项目"), queryset=DeedProject.objects.none())
    day = day_field(_("日期"), initial=today)
    place = forms.CharField(label=_("地点"), max_length=PLACE_LENGTH, help_text=_("如：小区活动室"))
    quota = forms.IntegerField(label=_("可约套数"), min_value=1, max_value=MOST_HOMES, initial=40)
    posts = forms.ModelMultipleChoiceField(
        label=_("到场岗位"),
        queryset=Post.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        projects = DeedProject.objects.for_user(user).in_ledger().order_by("name")
        self.fields["project"].queryset = projects.filter(homes__isnull=False).distinct()
        seats = Post.objects.open_on(today()).filter(role__rights__contains=[Right.ISSUE])
        self.fields["posts"].queryset = seats.filter(
            pk__in=[seat.post_id for seat in user.seats]
        ).select_related("area", "role")


class BookForm(forms.Form):
    """A home is known by what stands on its door."""

    building = forms.CharField(label=_("楼号"), max_length=10)
    unit = forms.CharField(label=_("单元"), max_length=10, required=False)
    room = forms.CharField(label=_("房号"), max_length=10)
    slot = forms.TimeField(
        label=_("预约时间"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def __init__(self, *args, session: DeskSession, **kwargs):
        super().__init__(*args, **kwargs)
        self.session = session

    def clean(self):
        said = super().clean()
        if {"building", "room"} <= said.keys():
            door = {name: said[name] for name in ("building", "unit", "room")}
            said["home"] = Home.objects.filter(project=self.session.project_id, **door).first()
            if said["home"] is None:
                raise forms.ValidationError(_("项目里没有这套房，请核对楼号、单元和房号。"))
        return said

    @property
    def content(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("home", "slot")}


class StampForm(forms.Form):
    """One press without a script: the portal's clock is the device's."""

    appointment = forms.IntegerField(min_value=1)
    step = forms.ChoiceField(choices=DeskStep)
    client_uuid = forms.UUIDField()


class SendBackForm(forms.Form):
    appointment = forms.IntegerField(min_value=1)
    reason = forms.CharField(label=_("退回原因"), max_length=REASON_LENGTH)
