from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.papers import MOST_AT_ONCE, Retention
from disputes.models import Committee
from governance.areas.forms import AreaField
from governance.casework.forms import day_field
from governance.kernel.wording import plain


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One picture or several, in the order they were chosen."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if not given:
            raise forms.ValidationError(_("请选择签字页的照片。"))
        if len(given) > MOST_AT_ONCE:
            raise forms.ValidationError(_("一次最多传 {} 张，请分几次传。").format(MOST_AT_ONCE))
        return [super(FilesField, self).clean(upload, initial) for upload in given]


class PagesForm(forms.Form):
    uploads = FilesField(
        label=_("签字页照片"),
        widget=SeveralFiles(attrs={"accept": "image/*", "data-shrink": "", "multiple": True}),
        help_text=_("拍照或者扫描成图片，可以一次选多张，按选择的顺序排"),
    )


class OnPaperForm(forms.Form):
    page_count = forms.IntegerField(
        label=_("页数"),
        min_value=1,
        max_value=500,
        initial=1,
        error_messages={
            "min_value": _("页数应在 1 到 500 之间。"),
            "max_value": _("页数应在 1 到 500 之间。"),
        },
    )


class TakeOutForm(forms.Form):
    page = forms.UUIDField(required=False)


class FileDossierForm(forms.Form):
    title = forms.CharField(
        label=_("卷名"), max_length=120, required=False, help_text=_("不填就由当事人和案由组成")
    )
    retention = forms.ChoiceField(label=_("保管期限"), choices=Retention, initial=Retention.LONG)

    def clean_title(self):
        return plain(self.cleaned_data["title"])


class CommitteeForm(forms.ModelForm):
    area = AreaField(label=_("所属区划"), help_text=_("填写代码或全称"))
    elected_on = day_field(_("本届产生日期"), help_text=_("每届三年"))
    closed_on = day_field(_("撤销日期"), required=False)

    class Meta:
        model = Committee
        fields = ["name", "short_word", "address", "member_count", "women_count", "elected_on", "closed_on"]

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["area"]
        else:
            self.fields["area"].areas = areas
            del self.fields["closed_on"]
        self.order_fields(["area"])
