from django.db import models
from django.utils.translation import gettext_lazy as _

# How far back a missed cycle is still made up for; what is older is history, not work.
CATCH_UP_WEEKS = 8


class Right(models.TextChoices):
    VIEW = "dispatch.view", _("查看调度与督导")
    RUN = "dispatch.run", _("立即生成应开的调度")


class CycleKind(models.TextChoices):
    WEEKLY = "weekly", _("周调度")
    MONTHLY = "monthly", _("月督导")
