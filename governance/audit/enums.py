from django.db import models
from django.utils.translation import gettext_lazy as _

REVEALS_PER_HOUR = 30
SHORTEST_REASON = 4
FORGOTTEN_AT_ONCE = 500  # rows in one transaction


class Right(models.TextChoices):
    VIEW = "audit.view", _("查看审计记录")
    REVEAL = "audit.reveal", _("说明理由后查看完整证件号和电话")


class Outcome(models.TextChoices):
    DONE = "done", _("完成")
    DENIED = "denied", _("拒绝")
