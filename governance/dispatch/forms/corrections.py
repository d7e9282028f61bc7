from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.forms import text_field
from governance.dispatch.models.meetings import STATEMENT


class CorrectionForm(forms.Form):
    """Why figures are others now than when they were issued."""

    arrived = text_field(
        _("后到的情况"),
        STATEMENT,
        help_text=_(
            "写明哪些资料后到、为什么后到，例如：凤凰北街街道 11月18日 的 1 件纠纷 11月25日 才补登。"
        ),
    )
