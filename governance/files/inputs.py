"""Pictures as a form asks for them."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from governance.files.enums import MOST_PICTURES


class PicturesInput(forms.FileInput):
    """Several files of one field, from the camera or the album."""

    allow_multiple_selected = True


class PicturesField(forms.FileField):
    """Pictures one may add, as a list; whether a file is a picture is decided where it is kept."""

    widget = PicturesInput(attrs={"multiple": True, "accept": "image/*", "data-shrink": True})

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("照片"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", format_lazy(_("不拍也可以，最多 {} 张。"), MOST_PICTURES))
        super().__init__(**kwargs)

    def clean(self, data, initial=None):
        files = [super(PicturesField, self).clean(file, initial) for file in data or ()]
        if self.required and not files:
            raise forms.ValidationError(_("请先选择照片，再点保存。"))
        if len(files) > MOST_PICTURES:
            raise forms.ValidationError(_("一次最多 {} 张照片，请减少后重新提交。").format(MOST_PICTURES))
        return files
