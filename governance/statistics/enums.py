from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_YEARS = 10


class Right(models.TextChoices):
    VIEW = "statistics.view", _("查看看板与指标")
