"""What a person fills in to run a programme, to report on it and to check."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.casework.forms import day_field, text_field
from governance.files.inputs import PicturesField
from governance.kernel.days import today
from governance.people.models import Post
from property.enums.programmes import (
    REASON_LENGTH,
    RULE_TEXT_LENGTH,
    TEXT_LENGTH,
    WHOLE,
    ProgrammeKind,
    ProgrammeRight,
)
from property.models import Programme, ProgrammeItem, ProgrammePreset

VERDICTS = [("accept", _("核验通过")), ("send_back", _("退回"))]


def own_areas(user, right: str) -> list[Area]:
    """Where a person's own seats carry a right."""
    return [held.area for held in user.live_holdings if right in held.post.role.rights]


class OwnAreaField(forms.ModelChoiceField):
    """One of the areas a person's seats lie in; the first stands there already."""

    def __init__(self, user, right: str = ProgrammeRight.RUN):
        areas = own_areas(user, right)
        rows = Area.objects.filter(pk__in=[area.pk for area in areas]).order_by("code")
        super().__init__(
            label=_("所属区划"), queryset=rows, initial=areas[0] if areas else None, empty_label=None
        )


class OpenProgrammeForm(forms.Form):
    name = forms.CharField(label=_("专项名称"), max_length=80)
    preset = forms.ModelChoiceField(
        label=_("从模板建立"),
        queryset=ProgrammePreset.objects.all(),
        required=False,
        empty_label=_("不用模板，自己列任务"),
        help_text=_("模板只是底稿，建立后请逐项核对牵头单位、标准和期限"),
    )
    kind = forms.ChoiceField(
        label=_("种类"),
        choices=ProgrammeKind,
        initial=ProgrammeKind.OTHER,
        help_text=_("用模板时以模板的种类为准"),
    )
    begins_on = day_field(_("开始日期"), initial=today)
    ends_on = day_field(_("截止日期"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"] = OwnAreaField(user)
        self.order_fields(["name", "area"])


class CategoryForm(forms.Form):
    name = forms.CharField(label=_("类别名称"), max_length=60)


class ItemForm(forms.Form):
    title = forms.CharField(label=_("任务"), max_length=120)
    lead_office = forms.CharField(label=_("牵头单位"), max_length=80, help_text=_("通报里写的单位名称"))
    area = forms.ModelChoiceField(label=_("牵头单位所在区划"), queryset=Area.objects.none(), empty_label=None)
    lead_post = forms.ModelChoiceField(
        label=_("牵头岗位"),
        queryset=Post.objects.none(),
        required=False,
        empty_label=_("不指定，该区划有填报权限的都可以填"),
    )
    co_offices = forms.CharField(
        label=_("配合单位"), max_length=200, required=False, help_text=_("多个单位用顿号隔开")
    )
    standard = text_field(_("完成标准"), TEXT_LENGTH)
    evidence = forms.CharField(
        label=_("佐证要求"), max_length=REASON_LENGTH, required=False, help_text=_("如：文件、台账、现场照片")
    )
    due_on = day_field(_("完成期限"))

    def __init__(self, *args, programme: Programme, **kwargs):
        super().__init__(*args, **kwargs)
        lowest = (
            programme.area.level.depth + 1
        )  # an office of the programme's own area, or of one right below it
        places = Area.objects.open().within(programme.area_code).filter(level__depth__lte=lowest)
        self.fields["area"].queryset = places.order_by("code")
        self.fields["area"].initial = programme.area_id
        seats = Post.objects.open_on(today()).within(programme.area_code)
        seats = seats.filter(role__rights__contains=[ProgrammeRight.REPORT], area__level__depth__lte=lowest)
        self.fields["lead_post"].queryset = seats.select_related("area", "role").order_by("area_code", "pk")


class ChangeItemForm(ItemForm):
    reason = text_field(_("调整理由"), REASON_LENGTH, rows=2)

    def __init__(self, *args, item: ProgrammeItem, **kwargs):
        given = {name: getattr(item, name) for name in ("title", "lead_office", "co_offices", "standard")}
        given |= {"evidence": item.evidence, "due_on": item.due_on, "lead_post": item.lead_post_id}
        super().__init__(*args, programme=item.category.programme, initial=given, **kwargs)
        self.initial["area"] = item.area_id


class ReasonForm(forms.Form):
    reason = text_field(_("理由"), REASON_LENGTH, rows=2)


class CloseForm(forms.Form):
    note = text_field(_("办结说明"), REASON_LENGTH, rows=2, required=False)


class ProgressForm(forms.Form):
    percent = forms.IntegerField(label=_("完成比例（%）"), min_value=0, max_value=WHOLE)
    text = text_field(_("进展情况"), TEXT_LENGTH)
    day = day_field(_("进展日期"), initial=today)
    back_reason = forms.CharField(
        label=_("比例下调理由"), max_length=REASON_LENGTH, required=False, help_text=_("比上次低时才要写")
    )
    photos = PicturesField(label=_("佐证照片"))


class CheckForm(forms.Form):
    verdict = forms.ChoiceField(label=_("核验结果"), choices=VERDICTS, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("核验意见"), max_length=REASON_LENGTH, required=False, help_text=_("退回时要写理由")
    )


class RegulationForm(forms.Form):
    title = forms.CharField(label=_("制度名称"), max_length=100)
    owner_office = forms.CharField(label=_("责任单位"), max_length=80)
    batch = forms.IntegerField(label=_("批次"), min_value=1, max_value=99, initial=1)
    text = text_field(_("正文"), RULE_TEXT_LENGTH, rows=12, required=False)


class DraftRegulationForm(RegulationForm):
    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"] = OwnAreaField(user)
        self.order_fields(["title", "area"])


class RuleStepForm(forms.Form):
    """A step that asks for nothing."""


class RuleNoteForm(forms.Form):
    note = text_field(_("理由"), REASON_LENGTH, rows=2)


class IssueForm(forms.Form):
    issued_no = forms.CharField(label=_("发文字号"), max_length=60)
    issued_on = day_field(_("印发日期"), initial=today)
