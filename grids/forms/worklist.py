from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.casework.forms import day_field, text_field
from governance.kernel.days import today
from grids.enums.rights import EventRight
from grids.forms.event_steps import grouped_categories
from grids.models import Event, EventCategory

USUAL_EXCEPTION = timedelta(days=30)


class _OfAreaForm(forms.Form):
    """For an area of one's own and a category of the catalogue; subclasses name the right it takes."""

    RIGHT = ""

    area = forms.ChoiceField(label=_("适用范围"))
    category = forms.ModelChoiceField(label=_("事件类别"), queryset=None)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        areas = [held.area for held in user.live_holdings if self.RIGHT in held.post.role.rights]
        self.fields["area"].choices = [(area.code, area.name) for area in areas]
        self.fields["category"].queryset = EventCategory.objects.reportable()
        self.fields["category"].widget.choices = grouped_categories()

    def clean_area(self):
        return Area.objects.get(code=self.cleaned_data["area"])


class WorkItemForm(_OfAreaForm):
    RIGHT = EventRight.MANAGE

    title = forms.CharField(label=_("事项"), max_length=100, help_text=_("清单上的写法"))
    basis = forms.CharField(label=_("依据"), max_length=200, help_text=_("文件名称和文号"))
    from_on = day_field(_("生效日期"), initial=today)
    to_on = day_field(_("失效日期"), required=False)


class ExceptionForm(_OfAreaForm):
    RIGHT = EventRight.APPROVE

    number = forms.CharField(
        label=_("仅限事件（编号）"), max_length=20, required=False, help_text=_("不填则这一类别都适用")
    )
    reason = text_field(_("理由"), 500)
    until_on = day_field(_("截止日期"), initial=lambda: today() + USUAL_EXCEPTION)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.user = user

    def clean(self):
        data = super().clean()
        number = data.pop("number", "").strip().upper()
        if number:
            data["event"] = Event.objects.for_user(self.user).filter(case__number=number).first()
            if data["event"] is None:
                self.add_error("number", _("没有找到这个编号的事件，请核对后再填。"))
        return data


class EventCategoryForm(forms.ModelForm):
    """How a category is handled. Its code and its class stay: events point at them."""

    class Meta:
        model = EventCategory
        fields = (
            "name", "grade", "amount", "unit", "basis", "handler_role", "is_open", "needs_joint_verification",
            "hint",
        )  # fmt: skip
