from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_YEARS = 10
SMALLEST_RANKED = 5  # shares of fewer cases are not compared


class Right(models.TextChoices):
    VIEW = "statistics.view", _("查看看板与指标")
