from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

EXAMPLES = 200  # kept of one check in one county; the count is of all
LONGEST_SECONDS = 120  # of one statement
SLICE = 300  # seconds of one sweep; what still waits then is the next one's
ASK_AGAIN_AFTER = timedelta(minutes=5)
RUNS_KEPT = timedelta(days=14)  # with their counts by area
CLEARED_KEPT = timedelta(days=90)


class Right(models.TextChoices):
    VIEW = "integrity.view", _("查看数据体检")
    RUN = "integrity.run", _("立即体检")
