from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "property.view", _("查看物业")
    MANAGE = "property.manage", _("登记物业合同、业委会和业主大会")


class ServiceMode(models.TextChoices):
    PROFESSIONAL = "professional", _("专业物业")
    COMMUNITY = "community", _("社区托管")
    SELF_RUN = "self_run", _("自治")


class CommitteeKind(models.TextChoices):
    OWNERS = "owners", _("业主委员会")
    MANAGEMENT = "management", _("物业管理委员会")


class PartyLinkKind(models.TextChoices):
    OWN = "own", _("单独组建")
    JOINT = "joint", _("联合组建")


FILING_DAYS = 30  # 物业管理条例第十六条：业委会自选举产生之日起 30 日内备案
CONTRACT_NOTICE_DAYS = 90  # how long before its end a contract is shown as ending
