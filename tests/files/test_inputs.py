"""Pictures as a form asks for them."""

from django import forms
from django.utils.translation import override

from governance.files.inputs import PicturesField


class Evidence(forms.Form):
    photos = PicturesField()


def test_the_hint_speaks_the_language_of_the_reader():
    """A form's class is read once, by whoever comes first."""
    assert "不拍也可以，最多 6 张。" in str(Evidence()["photos"].help_text)
    with override("en"):
        assert str(Evidence()["photos"].help_text).isascii()
