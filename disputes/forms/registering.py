import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import PartyRole
from disputes.forms.parties import lines_field, parties_in
from disputes.models import Category, DisputeDraft, Matter
from disputes.serializers.parties import PHONE
from governance.areas.models import Area
from governance.casework.enums import SUMMARY_LENGTH, Source
from governance.casework.forms import day_field, text_field
from governance.kernel.identity import is_id_no
from grids.models import Visit


def _grouped_categories() -> list:
    """Second-level categories under their first level, for a choice of a hundred."""
    groups = Category.objects.filter(parent__isnull=True).prefetch_related("children")
    return [("", "")] + [
        (group.name, [(child.pk, f"{child.pk} {child.name}") for child in group.children.all()])
        for group in groups
    ]


class RegisterForm(forms.Form):
    title = forms.CharField(label=_("名称"), max_length=100, help_text=_("一句话说清谁和谁、为什么事"))
    category = forms.ModelChoiceField(label=_("类别"), queryset=None)
    source = forms.ChoiceField(label=_("来源"), choices=Source)
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    summary = text_field(_("简述"), SUMMARY_LENGTH, rows=4, required=False)
    occurred_on = day_field(_("发生日期"), required=False)
    people_count = forms.IntegerField(label=_("涉及人数"), min_value=1, max_value=999_999, initial=2)
    involved_org = forms.CharField(label=_("涉及单位"), max_length=100, required=False)
    court = forms.CharField(label=_("委派法院"), max_length=100, required=False)
    court_number = forms.CharField(label=_("法院案号"), max_length=60, required=False)
    return_by = day_field(_("交回期限"), required=False)
    group = lines_field(_("申请人名单"), required=False)
    involves_minor = forms.BooleanField(
        label=_("涉及未成年人"), required=False, help_text=_("勾选后只有经授权的岗位可以查看")
    )
    area = forms.CharField(required=False, widget=forms.HiddenInput)
    matter = forms.ModelChoiceField(required=False, queryset=None, widget=forms.HiddenInput)
    visit = forms.ModelChoiceField(
        required=False, queryset=None, to_field_name="client_uuid", widget=forms.HiddenInput
    )
    draft = forms.ModelChoiceField(required=False, queryset=None, widget=forms.HiddenInput)
    client_uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["category"].queryset = Category.objects.filter(parent__isnull=False)
        self.fields["category"].widget.choices = _grouped_categories()
        self.fields["matter"].queryset = Matter.objects.for_user(user)
        self.fields["visit"].queryset = Visit.objects.for_user(user)
        self.fields["draft"].queryset = DisputeDraft.objects.of(user)

    @property
    def area_name(self) -> str:
        """The name of the area in the form, for the picker."""
        code = self["area"].value() or ""
        found = Area.objects.for_user(self.user).filter(code=code).first()
        return found.name if found else self.data.get("q", "")

    def clean_group(self):
        return parties_in(self.cleaned_data["group"], role=PartyRole.APPLICANT)

    def clean_area(self):
        """The area chosen by code, or typed as a whole name where there is no script."""
        text = (self.cleaned_data["area"] or self.data.get("q", "")).strip()
        named = {"code": text} if text.isdigit() else {"name": text}
        found = list(Area.objects.for_user(self.user).open().filter(**named)[:2]) if text else []
        if len(found) != 1:
            raise forms.ValidationError(_("请选择纠纷发生的辖区：填写名称、拼音或代码后从列表中选。"))
        return found[0]

    def clean(self):
        """What a court delegates comes with its court, number and day to give it back, as one thing."""
        given = super().clean()
        names = {"court": "court", "court_number": "external_number", "return_by": "return_by"}
        delegation = {ours: given.pop(name, None) for name, ours in names.items()}
        given["delegation"] = None
        if given.get("source") == Source.COURT:
            given["delegation"] = delegation
            for name, ours in names.items():
                if not delegation[ours] and name not in self.errors:
                    self.add_error(name, _("法院委派的纠纷要填写这一项。"))
        return given


class PartyForm(forms.Form):
    name = forms.CharField(label=_("姓名或名称"), max_length=80)
    role = forms.ChoiceField(label=_("身份"), choices=PartyRole)
    is_org = forms.BooleanField(label=_("是单位"), required=False)
    is_representative = forms.BooleanField(label=_("是代表人"), required=False)
    phone = forms.CharField(label=_("电话"), max_length=20, required=False, validators=[PHONE])
    id_no = forms.CharField(label=_("身份证号"), max_length=18, required=False)

    def clean_id_no(self):
        number = self.cleaned_data["id_no"].strip().upper()
        if number and not is_id_no(number):
            raise forms.ValidationError(_("身份证号码不正确，请核对。"))
        return number


class _PartyFormSet(forms.BaseFormSet):
    """First the applicant, then respondents, after those a draft already names; forms left empty are passed over."""

    def total_form_count(self):
        known = len(self.form_kwargs.get("known", ()))
        return super().total_form_count() if self.is_bound else max(super().total_form_count(), known + 2)

    def get_form_kwargs(self, index):
        given = super().get_form_kwargs(index)
        known = dict(enumerate(given.pop("known", ())))
        role = PartyRole.RESPONDENT if index else PartyRole.APPLICANT
        return given | {"initial": {"role": role} | known.get(index or 0, {})}


PARTIES_AT_MOST = 20
PartyForms = forms.formset_factory(
    PartyForm,
    formset=_PartyFormSet,
    min_num=1,
    validate_min=True,
    extra=2,
    max_num=PARTIES_AT_MOST,
    absolute_max=PARTIES_AT_MOST,
)


_SHORT = 4000  # no field of either form is longer


def as_typed(data) -> dict:
    """What stands in both forms, unchecked, to be kept as a draft."""
    names = [name for name in RegisterForm.base_fields if name not in ("draft", "matter", "visit")]
    form = {name: data[name][:_SHORT] for name in names if data.get(name)}
    form["area"] = form.get("area") or data.get("q", "")
    parties = []
    for index in range(PARTIES_AT_MOST):
        values = {name: data.get(f"party-{index}-{name}", "")[:_SHORT] for name in PartyForm.base_fields}
        if values["name"].strip():
            parties.append(values)
    return {"form": form, "parties": parties}
