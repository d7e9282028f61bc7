from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "grids.view", _("查看网格、小区与走访")
    ROSTER = "grids.roster", _("查看住户名册")
    VISIT = "grids.visit", _("登记走访、办理诉求")
    MANAGE = "grids.manage", _("维护网格与名册")


class ErrandRight(models.TextChoices):
    VIEW = "errands.view", _("查看帮代办")
    HANDLE = "errands.handle", _("办理帮代办")
    MANAGE = "errands.manage", _("维护代办事项目录")
