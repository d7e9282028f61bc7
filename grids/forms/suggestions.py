import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.enums.public import TEXT_LENGTH, PosterSize, SuggestionKind, SuggestionSubject


class OwnSuggestionForm(forms.Form):
    """投诉建议 of somebody who works with the portal."""

    client_uuid = forms.UUIDField(label=_("提交编号"), initial=uuid.uuid4, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("类别"), choices=SuggestionKind, widget=forms.RadioSelect)
    subject = forms.ChoiceField(label=_("关于"), choices=SuggestionSubject, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("内容"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": TEXT_LENGTH}),
    )
    is_unnamed = forms.BooleanField(
        label=_("不记名提交"), required=False, help_text=_("不保存您是谁，只能凭查询码看答复。")
    )


class PublishForm(forms.Form):
    question = forms.CharField(
        label=_("公开的问题"),
        max_length=TEXT_LENGTH,
        help_text=_("重新写一遍，去掉姓名、电话、门牌等能认出人的内容。"),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": TEXT_LENGTH}),
    )
    answer = forms.CharField(
        label=_("公开的答复"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": TEXT_LENGTH}),
    )


class SheetForm(forms.Form):
    """How the posters of an area are printed."""

    size = forms.ChoiceField(label=_("大小"), choices=PosterSize, initial=PosterSize.A5)
