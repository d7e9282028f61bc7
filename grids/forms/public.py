"""Forms for everybody: signed, so they cannot be sent without being shown; with a field only robots fill in."""

import re
import uuid

from django import forms
from django.core import signing
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import PUBLIC_CODE_LENGTH
from governance.files.pictures import clean_picture
from governance.kernel.errors import Refused
from grids.enums.events import EventSatisfaction
from grids.enums.public import (
    FORM_LIVES,
    MOST_PHOTOS,
    QUICKEST_FORM,
    TEXT_LENGTH,
    ReportTopic,
    SuggestionKind,
    SuggestionSubject,
)

SALT = "grids.public"
CHOOSE, WRITE = _("请选一项。"), _("请写几句话。")
PHONE = r"^[0-9+\-\s]{5,20}$"


def shown_now(what: str) -> str:
    """The seal of a form shown now: what it is for, a number of its own, and when."""
    return signing.dumps([what, uuid.uuid4().hex, timezone.now().timestamp()], salt=SALT)


class OpenForm(forms.Form):
    """A form for strangers. `what` names the form and its place; a seal for another is refused."""

    seal = forms.CharField(widget=forms.HiddenInput, label=_("表单"))
    website = forms.CharField(
        label=_("请把这一栏留空"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, what: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.what = what
        self.initial["seal"] = shown_now(what)
        self.client_uuid = None

    def clean_seal(self):
        try:
            what, number, shown_at = signing.loads(self.cleaned_data["seal"], salt=SALT, max_age=FORM_LIVES)
        except signing.BadSignature as error:
            raise forms.ValidationError(_("这个页面打开太久了，请刷新页面后重新提交。")) from error
        if what != self.what:
            raise forms.ValidationError(_("这个页面不是用来提交这件事的，请刷新页面后重新提交。"))
        self.client_uuid = uuid.UUID(hex=number)
        if timezone.now().timestamp() - shown_at < QUICKEST_FORM.total_seconds():
            raise forms.ValidationError(_("提交得太快了，请核对一遍内容，再按一次提交。"))
        return number

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("请把这一栏清空后再提交。"))
        return ""

    @property
    def content(self) -> dict:
        """What the resident said, without what guards the form."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("seal", "website")}


def phone_field() -> forms.CharField:
    return forms.RegexField(
        PHONE,
        label=_("您的电话"),
        required=False,
        max_length=20,
        strip=True,
        help_text=_("只用于回电和核对查询码，页面上不显示完整号码。"),
        error_messages={"invalid": _("电话只填数字，可以带区号；不想留电话可以不填。")},
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )


class ManyPictures(forms.ClearableFileInput):
    allow_multiple_selected = True


class PicturesField(forms.FileField):
    """Up to `MOST_PHOTOS` pictures in one field, each made harmless and small here, before anybody waits for it."""

    widget = ManyPictures(attrs={"accept": "image/jpeg,image/png,image/webp", "data-shrink": True})

    def clean(self, data, initial=None):
        files = [file for file in data or [] if file]
        if len(files) > MOST_PHOTOS:
            raise forms.ValidationError(_("最多 {} 张照片，请去掉几张。").format(MOST_PHOTOS))
        return tuple(self._made_small(file) for file in files)

    @staticmethod
    def _made_small(file) -> ContentFile:
        try:
            return ContentFile(clean_picture(file).data)
        except Refused as refusal:
            raise forms.ValidationError(refusal.message) from refusal


class ReportForm(OpenForm):
    """Something seen, told in a few words."""

    topic = forms.ChoiceField(
        label=_("是什么事"),
        choices=ReportTopic,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )
    text = forms.CharField(
        label=_("说一说情况"),
        max_length=TEXT_LENGTH,
        help_text=_("请不要写别人的姓名、证件号。"),
        error_messages={"required": WRITE},
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": TEXT_LENGTH}),
    )
    place = forms.CharField(
        label=_("具体位置"), max_length=100, required=False, help_text=_("如：3 单元门口")
    )
    photos = PicturesField(label=_("照片"), required=False, help_text=_("最多 3 张，会去掉拍摄位置。"))
    phone = phone_field()
    name = forms.CharField(label=_("怎么称呼您"), max_length=20, required=False)


class SuggestForm(OpenForm):
    """投诉、建议 or 咨询."""

    kind = forms.ChoiceField(
        label=_("类别"),
        choices=SuggestionKind,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )
    subject = forms.ChoiceField(
        label=_("关于"),
        choices=SuggestionSubject,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )
    area = forms.ChoiceField(label=_("由哪个镇街答复"), error_messages={"required": CHOOSE})
    text = forms.CharField(
        label=_("内容"),
        max_length=TEXT_LENGTH,
        error_messages={"required": WRITE},
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": TEXT_LENGTH}),
    )
    phone = phone_field()

    def __init__(self, *args, areas=(), **kwargs):
        super().__init__(*args, **kwargs)
        if areas:
            self.fields["area"].choices = [("", _("请选择")), *areas]
        else:
            del self.fields["area"]


class ProgressForm(forms.Form):
    code = forms.CharField(
        label=_("查询码"),
        max_length=20,
        help_text=_("10 位字母和数字，上报后显示过。"),
        error_messages={"required": _("请填查询码。")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    tail = forms.RegexField(
        r"^[0-9]{4}$",
        label=_("手机号后四位"),
        required=False,
        help_text=_("上报时留过电话的要填。"),
        error_messages={"invalid": _("请填手机号的最后四位数字。")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 4}),
    )

    def clean_code(self):
        code = "".join(self.cleaned_data["code"].upper().split())
        if not re.fullmatch(rf"[0-9A-Z]{{{PUBLIC_CODE_LENGTH}}}", code):
            raise forms.ValidationError(_("查询码是 10 位字母和数字，请核对后重填。"))
        return code


class UnsolvedForm(forms.Form):
    """Stands beside `SolvedForm` on one page, so the fields of each have ids of their own."""

    note = forms.CharField(
        label=_("哪里没解决"),
        max_length=500,
        error_messages={"required": WRITE},
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 500}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="unsolved_%s", **kwargs)


class SolvedForm(forms.Form):
    satisfaction = forms.ChoiceField(
        label=_("您满意吗"),
        choices=EventSatisfaction,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )
    note = forms.CharField(
        label=_("想说的话"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 500}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="solved_%s", **kwargs)
