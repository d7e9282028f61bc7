from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_YEARS = 10
MOST_INDICATORS = 50  # in one call
MOST_AREAS = 200
MOST_NUMBERS = 100_000
HEAVY_NUMBERS = 1_000  # a call for more than these takes one of the client's places
SMALLEST_RANKED = 5  # shares of fewer cases are not compared


class Right(models.TextChoices):
    VIEW = "statistics.view", _("查看看板与指标")
