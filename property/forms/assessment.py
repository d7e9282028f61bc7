"""What a person fills in to assess: sheets, mandates, rounds, marks, slips, appeals, rectification."""

import re
from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.casework.forms import CaseStepForm, day_field, text_field
from governance.files.inputs import PicturesField
from governance.kernel.days import quarter_start, today
from governance.kernel.scope import under
from governance.kernel.wording import quarter_in_full
from property.enums.assessment import (
    MANDATED,
    MOST_SLIPS,
    REASON_LENGTH,
    TEXT_LENGTH,
    WHOLE,
    AppealVerdict,
    AssessmentRight,
    RaterKind,
)
from property.forms.programmes import OwnAreaField, own_areas
from property.models import ScoreItem, ScorePreset, ScoreSheet
from property.rules.results import ItemResult

QUARTERS = 4  # how far back a round may be opened
_BETWEEN = re.compile(r"\s*[\t|｜]\s*")
_VERDICTS = [choice for choice in AppealVerdict.choices if choice[0]]


class PresetForm(forms.Form):
    """Begin from a pattern; everything may be changed before the sheet is in force."""

    name = forms.CharField(label=_("标准名称"), max_length=80)
    preset = forms.ModelChoiceField(
        label=_("从模板起草"),
        queryset=ScorePreset.objects.all(),
        empty_label=None,
        help_text=_("起草后请逐项核对"),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"] = OwnAreaField(user, AssessmentRight.RUN)
        self.order_fields(["name", "area"])


class SheetForm(forms.Form):
    """A whole sheet; items are lines as they are pasted from a table."""

    name = forms.CharField(label=_("标准名称"), max_length=80)
    basis = forms.CharField(label=_("依据"), max_length=REASON_LENGTH, required=False)
    items = text_field(
        _("考核项目"), 20_000, rows=16, help_text=_("一行一项：栏目｜考核内容｜分值；可以从表格里整块粘贴")
    )
    a_from = forms.IntegerField(label=_("A 级不低于（分）"), min_value=1, max_value=WHOLE)
    b_from = forms.IntegerField(label=_("B 级不低于（分）"), min_value=1, max_value=WHOLE)
    c_from = forms.IntegerField(label=_("C 级不低于（分）"), min_value=1, max_value=WHOLE)
    fair_marks = forms.IntegerField(label=_("业主“基本满意”折合分"), min_value=0, max_value=WHOLE)
    appeal_days = forms.IntegerField(label=_("申诉期（工作日）"), min_value=1, max_value=60)
    yellows_for_red = forms.IntegerField(label=_("几张黄牌换红牌"), min_value=2, max_value=12)
    card_years = forms.IntegerField(label=_("黄红牌有效期（年）"), min_value=1, max_value=5)

    def __init__(self, *args, sheet: ScoreSheet, **kwargs):
        weights = dict(sheet.weights.values_list("rater", "weight"))
        lines = [f"{item.section}｜{item.text}｜{item.marks}" for item in sheet.items.all()]
        given = {name: getattr(sheet, name) for name in self.base_fields if hasattr(ScoreSheet, name)}
        given |= {"items": "\n".join(lines)}
        super().__init__(*args, initial=given, **kwargs)
        for rater in RaterKind:
            self.fields[f"weight_{rater}"] = forms.IntegerField(
                label=_t("{}权重（%）").format(rater.label),
                min_value=0,
                max_value=WHOLE,
                initial=weights.get(rater, 0),
            )
        self.order_fields(["name", "basis", "items", *(f"weight_{rater}" for rater in RaterKind)])

    def clean_items(self) -> list[dict]:
        lines = [line.strip() for line in self.cleaned_data["items"].splitlines() if line.strip()]
        return [self._item(number, line) for number, line in enumerate(lines, start=1)]

    @staticmethod
    def _item(number: int, line: str) -> dict:
        parts = _BETWEEN.split(line)
        if len(parts) != 3 or not parts[2].isascii() or not parts[2].isdigit() or len(parts[2]) > 3:
            raise forms.ValidationError(
                _t("第 {} 行要写成“栏目｜考核内容｜分值”，分值是整数。").format(number)
            )
        return {"section": parts[0], "text": parts[1], "marks": int(parts[2])}

    @property
    def given(self) -> dict:
        """What the verbs of sheets take."""
        said = dict(self.cleaned_data)
        weights = {rater.value: said.pop(f"weight_{rater}") for rater in RaterKind}
        return said | {"weights": {rater: weight for rater, weight in weights.items() if weight}}


class MandateForm(forms.Form):
    rater = forms.ChoiceField(label=_("评分方"), choices=[(rater.value, rater.label) for rater in MANDATED])
    area = forms.ModelChoiceField(label=_("授权给"), queryset=Area.objects.none(), empty_label=_("请选择"))
    from_on = day_field(_("开始日期"), initial=today)
    to_on = day_field(_("结束日期"), required=False, help_text=_("从这一天起不再有效；长期的不填"))
    order_no = forms.CharField(label=_("授权文号"), max_length=60)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        reach = Q(pk__in=[])
        for area in own_areas(user, AssessmentRight.RUN):
            reach |= under("code", area.code)
        rows = Area.objects.open().filter(reach, level__in=["township", "community"])
        self.fields["area"].queryset = rows.order_by("code")
        self.fields["area"].label_from_instance = lambda area: (
            area.name if area.level_id == "township" else f"　{area.name}"
        )


class RoundForm(forms.Form):
    begins_on = forms.TypedChoiceField(label=_("考核季度"), coerce=forms.DateField().clean)
    scoring_from = day_field(_("打分开始"), initial=today)
    scoring_to = day_field(_("打分截止"), help_text=_("含这一天"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"] = OwnAreaField(user, AssessmentRight.RUN)
        self.order_fields(["area"])
        days = [quarter_start(today())]
        while len(days) < QUARTERS:
            days.append(quarter_start(days[-1] - timedelta(days=1)))
        self.fields["begins_on"].choices = [(day.isoformat(), quarter_in_full(day)) for day in days]


class ScoresForm(forms.Form):
    """One rater's sheet for one project: full marks stand there already, only what is deducted is typed."""

    def __init__(self, *args, rows: list[ItemResult], rater: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            item, score = row.item, row.scores.get(rater)
            self.fields[f"marks_{item.pk}"] = forms.IntegerField(
                label=_t("{} 得分").format(item),
                min_value=0,
                max_value=WHOLE,
                initial=score.marks if score else item.marks,
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "score-marks"}),
            )
            self.fields[f"reason_{item.pk}"] = forms.CharField(
                label=_t("扣分理由"),
                max_length=REASON_LENGTH,
                required=False,
                initial=score.reason if score else "",
            )
            self.fields[f"photo_{item.pk}"] = forms.FileField(
                label=_t("佐证照片"),
                required=False,
                widget=forms.FileInput(attrs={"accept": "image/*", "data-shrink": True}),
            )

    @property
    def given(self) -> dict[int, dict]:
        """What `give_scores` takes."""
        said = self.cleaned_data
        return {
            row.item.pk: {name: said[f"{name}_{row.item.pk}"] for name in ("marks", "reason", "photo")}
            for row in self.rows
        }

    @property
    def sections(self) -> list[tuple[str, list[dict]]]:
        """The items section by section, each with its three boxes."""
        found: dict[str, list[dict]] = {}
        for row in self.rows:
            boxes = {name: self[f"{name}_{row.item.pk}"] for name in ("marks", "reason", "photo")}
            found.setdefault(row.item.section, []).append(boxes | {"item": row.item, "row": row})
        return list(found.items())


def _slips(label) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_SLIPS)


class SlipsForm(forms.Form):
    satisfied = _slips(_("满意票数"))
    fair = _slips(_("基本满意票数"))
    unsatisfied = _slips(_("不满意票数"))


class AppealForm(forms.Form):
    item = forms.ModelChoiceField(
        label=_("对哪一项"), queryset=ScoreItem.objects.none(), empty_label=_("请选择")
    )
    text = text_field(_("申诉内容"), REASON_LENGTH)
    handed_on = day_field(_("提交日期"), initial=today)
    handed_by = forms.CharField(
        label=_("企业递交人职务"), max_length=40, required=False, help_text=_("如：项目经理；不写姓名")
    )
    photos = PicturesField(label=_("附件照片"))

    def __init__(self, *args, items: list[ScoreItem], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = ScoreItem.objects.filter(pk__in=[item.pk for item in items])


class DecideForm(forms.Form):
    verdict = forms.ChoiceField(label=_("裁定"), choices=_VERDICTS, widget=forms.RadioSelect)
    marks = forms.IntegerField(
        label=_("裁定得分"), min_value=0, max_value=WHOLE, required=False, help_text=_("部分成立时填写")
    )
    reason = text_field(_("裁定理由"), REASON_LENGTH)


class AnswerForm(CaseStepForm):
    """What the company says it did."""

    answered_on = day_field(_("答复日期"), initial=today)
    photos = PicturesField(label=_("整改照片"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].label, self.fields["note"].max_length = _t("整改情况"), TEXT_LENGTH
        self.order_fields(["note"])


STEP_FORMS = {"answer": AnswerForm}
