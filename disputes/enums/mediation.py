from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AgreementForm(models.TextChoices):
    WRITTEN = "written", _("书面协议")
    ORAL = "oral", _("口头协议")


class Satisfaction(models.TextChoices):
    SATISFIED = "satisfied", _("满意")
    FAIR = "fair", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")
    UNREACHED = "unreached", _("未联系上")


# A rating counts when somebody was reached (a city's yearly report gives 满意率 = 满意和基本满意 ÷ 有效评价).
CONTENT = (Satisfaction.SATISFIED, Satisfaction.FAIR)
HEARD = (*CONTENT, Satisfaction.DISSATISFIED)

# A dispute that comes back within this time was not settled. No norm gives a number; three months are ours.
LASTING = timedelta(days=90)


class FollowUpMethod(models.TextChoices):
    PHONE = "phone", _("电话")
    HOME = "home", _("上门")
    WINDOW = "window", pgettext_lazy("channel", "窗口")


class AttendanceRole(models.TextChoices):
    """What somebody sat at the table as (人民调解法 第19、20条)."""

    PARTY = "party", _("当事人")
    MEDIATOR = "mediator", _("调解员")
    ORGAN = "organ", _("联调单位")
    INVITED = "invited", _("受邀参加人")
    RECORDER = "recorder", _("记录人")
