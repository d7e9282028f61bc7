from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class Occupancy(models.TextChoices):
    OWN = "own", _("自住")
    LET = "let", _("出租")
    EMPTY = "empty", _("空置")


class Residence(models.TextChoices):
    LOCAL = "local", _("户籍在本地，常住")
    ARRIVED = "arrived", _("户籍在外地，常住")
    AWAY = "away", _("户籍在本地，外出")


class CareKind(models.TextChoices):
    """Care tags exist to bring help and for nothing else."""

    LIVING_ALONE = "living_alone", _("独居老人")
    LEFT_BEHIND_ELDER = "left_behind_elder", _("留守老人")
    LEFT_BEHIND_CHILD = "left_behind_child", _("留守儿童")
    CHILD_IN_NEED = "child_in_need", _("困境儿童")
    DISABLED = "disabled", _("残疾人")
    LOW_INCOME = "low_income", _("低保、特困")
    PREGNANT = "pregnant", _("孕产妇")
    VETERAN = "veteran", _("退役军人")


LONGEST_TAG = timedelta(days=3 * 366)  # a care tag is looked at again at least every three years
