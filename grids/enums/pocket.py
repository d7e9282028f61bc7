from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

ROSTER_LASTS = timedelta(hours=72)  # how long a phone keeps the roster without a word from here


ROSTER_MOST = 2000  # households in a pocket: several grids; whoever keeps more works at a desk


SYNC_MOST = 200  # contents in one sending: what a worker writes in days without a signal


class Delivery(models.TextChoices):
    """What became of one content that a phone has sent."""

    RECEIVED = "received", _("已收到")
    ALREADY = "already", _("早已收到")
    KEPT = "kept", _("已存两份，待核对")
    REFUSED = "refused", _("不能登记")
    INVALID = "invalid", _("填写有误")


class Verdict(models.TextChoices):
    """What is done with the second version of a visit. The first one is never changed."""

    FIRST = "first", _("以先收到的为准")
    NOTED = "noted", _("第二份记为补充")
