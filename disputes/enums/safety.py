from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

REPORTS_KEPT = timedelta(days=5 * 365)  # after the dispute is closed, as the register of personal values says


class ReportWay(models.TextChoices):
    EMERGENCY = "emergency", _("拨打 110")
    PHONE = "phone", _("电话告知派出所")
    IN_PERSON = "in_person", _("当面告知")
    WRITTEN = "written", _("书面移送")
