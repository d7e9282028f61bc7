from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_ROWS = 500  # statements kept; of more the quickest go
COUNTED_FOR = timedelta(days=14)  # then a statement is counted anew


class Right(models.TextChoices):
    VIEW = "operations.view", _("查看慢语句")
