from django import forms

from governance.files.inputs import PicturesField

__all__ = ["PhotoForm", "PicturesField"]


class PhotoForm(forms.Form):
    photos = PicturesField(required=True)
