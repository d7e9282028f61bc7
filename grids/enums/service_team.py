from django.db import models
from django.utils.translation import gettext_lazy as _


class ServiceKind(models.TextChoices):
    """The “1+N” around a grid: who comes when the team itself cannot help."""

    POLICE = "police", _("社区民警")
    ADVISER = "adviser", _("法律顾问")
    JUDGE = "judge", _("法官")
    PROPERTY = "property", _("物业")
    DOCTOR = "doctor", _("家庭医生")
    ENFORCEMENT = "enforcement", _("城管执法")
    FIRE = "fire", _("消防")
    UTILITY = "utility", _("水电气暖")
    VOLUNTEER = "volunteer", _("志愿者")
    OTHER = "other", _("其他力量")
