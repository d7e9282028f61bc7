from django import forms

from governance.files.inputs import PicturesField


class PhotoForm(forms.Form):
    photos = PicturesField(required=True)
