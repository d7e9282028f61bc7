from django.db import models
from django.utils.translation import gettext_lazy as _


class HouseholdStatus(models.TextChoices):
    INFORMED = "informed", _("已告知")
    PROMISED = "promised", _("已承诺")
    PAID = "paid", _("已缴清")
    RESIGNED = "resigned", _("已重签")
    REFUSED = "refused", _("拒绝")
