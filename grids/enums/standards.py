from django.db import models
from django.utils.translation import gettext_lazy as _


class Standard(models.TextChoices):
    """What a place sets itself for its communities; how much is a row of `CommunityStandard`."""

    ADVISER_DUTIES = "adviser_duties", _("法律顾问每月值班天数")
    ADVISER_LECTURES = "adviser_lectures", _("法律顾问每季度讲座次数")
    ORGS = "orgs", _("每个社区的社区组织数")
    COUNCIL_NOTICE = "council_notice", _("议事会提前公告天数")
    CARE_CONTACT = "care_contact", _("关爱户联系间隔天数")
