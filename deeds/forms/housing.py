"""What a person fills in about a housing project. The verbs check what needs neighbours."""

from django import forms
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.enums.housing import QUESTION_LENGTH, REASON_LENGTH, TEXT_LENGTH
from deeds.models import (
    BuildingProgress,
    Bulletin,
    FundReport,
    HousingBuilding,
    HousingDelivery,
    HousingPermit,
    HousingProject,
    HousingRisk,
    Milestone,
    Payout,
)
from governance.areas.models import Area
from governance.casework.forms import day_field, text_field
from governance.files.inputs import PicturesField
from governance.kernel.days import today
from governance.people.models import User

# Deeper than a town there is nobody who looks after a project.
LEVELS = ("city", "county", "township")


class DatedForm(forms.ModelForm):
    """A model's form whose days are picked from a calendar."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class HousingProjectForm(DatedForm):
    class Meta:
        model = HousingProject
        fields = [
            "name", "track", "developer", "uscc", "group", "buildings", "homes", "homes_sold", "floor_area",
            "contract_on", "promised_on", "task_force", "leader",
        ]  # fmt: skip


class RegisterHousingForm(HousingProjectForm):
    area = forms.ModelChoiceField(label=_("所属区划"), queryset=Area.objects.none(), empty_label=None)

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas_to_choose(user)
        self.order_fields(["name", "area"])


def areas_to_choose(user: User):
    """Where a person may put a project under watch: their own areas and the towns below."""
    found = Area.objects.none()
    for reach in user.reaches(Right.MANAGE):
        found |= Area.objects.open().within(reach.code).filter(level_id__in=LEVELS)
    return found.order_by("code")


class PermitForm(DatedForm):
    class Meta:
        model = HousingPermit
        fields = ["kind", "number", "issued_on"]


class BuildingForm(forms.ModelForm):
    class Meta:
        model = HousingBuilding
        fields = ["name", "floors", "homes"]


class BuildingProgressForm(DatedForm):
    class Meta:
        model = BuildingProgress
        fields = ["stage", "floors_done", "workers", "machines", "day", "reason"]
        labels = {"stage": _("已完成到哪个阶段"), "floors_done": _("主体已完成层数")}
        help_texts = {"floors_done": _("只在主体阶段填"), "reason": _("比上次后退时才要写")}


class MilestoneForm(DatedForm):
    class Meta:
        model = Milestone
        fields = ["stage", "planned_on"]


class FundsForm(DatedForm):
    class Meta:
        model = FundReport
        fields = [
            "day", "escrow_balance", "escrow_quota", "due", "paid", "to_finish", "loan_approved",
            "loan_released", "loan_used", "credit_approved", "credit_released",
        ]  # fmt: skip


class PayoutForm(DatedForm):
    class Meta:
        model = Payout
        fields = ["node", "amount", "requested_on", "due_on", "note"]
        help_texts = {"due_on": _("不填按申请后 10 天")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].required = False


class PaidForm(forms.Form):
    paid_on = day_field(_("拨付日期"), initial=today)


class RiskForm(forms.ModelForm):
    class Meta:
        model = HousingRisk
        fields = ["kind", "rating", "reason", "lead_office"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 2})}


class CloseRiskForm(forms.Form):
    note = text_field(_("销号依据"), REASON_LENGTH, rows=2)


class DeliveryForm(DatedForm):
    class Meta:
        model = HousingDelivery
        fields = ["batch", "planned_on", "planned"]


class HandOverForm(forms.Form):
    delivered = forms.IntegerField(label=_("累计已交付套数"), min_value=0, max_value=2**31 - 1)
    with_certificate = forms.IntegerField(label=_("其中交房即交证套数"), min_value=0, max_value=2**31 - 1)
    delivered_on = day_field(_("交付日期"), initial=today)
    reason = forms.CharField(
        label=_("改少的原因"), max_length=REASON_LENGTH, required=False, help_text=_("比上次少时才要写")
    )


class ReviseBulletinForm(DatedForm):
    photos = PicturesField(label=_("现场照片"))

    class Meta:
        model = Bulletin
        fields = ["progress_text", "funds_level", "next_on"]
        widgets = {"progress_text": forms.Textarea(attrs={"rows": 6})}


class BulletinForm(ReviseBulletinForm):
    class Meta(ReviseBulletinForm.Meta):
        fields = ["period", *ReviseBulletinForm.Meta.fields]


class PressForm(forms.Form):
    """A step that asks for nothing."""


class NoteForm(forms.Form):
    note = text_field(_("理由"), REASON_LENGTH, rows=2)


class PurchaserForm(forms.Form):
    contract = forms.CharField(label=_("合同编号"), max_length=60)
    phone = forms.CharField(
        label=_("电话"),
        max_length=20,
        help_text=_("只保存不能还原的核对码，不保存号码"),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )


class AnswerForm(forms.Form):
    answer = text_field(_("答复"), TEXT_LENGTH, rows=4)
    public_text = text_field(
        _("公开的问题"),
        QUESTION_LENGTH,
        rows=2,
        required=False,
        help_text=_("填了就和答复一起公开。请另写问题，不写姓名、房号、电话"),
    )
