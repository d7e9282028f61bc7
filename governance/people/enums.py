from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "people.view", _("查看人员与岗位")
    MANAGE = "people.manage", _("设置岗位、安排人员")
    KEEP = "people.keep", _("接管空缺岗位的未了事项")


class ReachWidth(models.TextChoices):
    SUBTREE = "subtree", _("本级及以下")
    LEVEL = "level", _("本级")
    OWN = "own", _("本人")


class SessionClass(models.TextChoices):
    DESK = "desk", _("办公电脑")
    PHONE = "phone", _("手机")


# Idle and absolute limits of a session. A person with any desk post has the desk's shorter limits.
SESSION_LIMITS = {
    SessionClass.DESK: (timedelta(minutes=30), timedelta(hours=12)),
    SessionClass.PHONE: (timedelta(hours=12), timedelta(days=30)),
}

TOKEN_PREFIX = "szt_"  # noqa: S105 — the visible start of every key, so that a leaked one is recognised
TOKEN_DAYS = 365
TOKEN_USE_KEPT = timedelta(days=90)
TRIAD = "triad"  # system, security and audit administrators: three different people (等保 三员分立)
