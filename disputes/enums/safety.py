from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportWay(models.TextChoices):
    EMERGENCY = "emergency", _("拨打 110")
    PHONE = "phone", _("电话告知派出所")
    IN_PERSON = "in_person", _("当面告知")
    WRITTEN = "written", _("书面移送")
