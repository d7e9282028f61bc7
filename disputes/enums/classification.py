from django.db import models
from django.utils.translation import gettext_lazy as _


class Scheme(models.TextChoices):
    """Other counts of the same disputes than by GB/T 31000-2015 表91."""

    JUSTICE = "justice", _("司法行政人民调解统计")
