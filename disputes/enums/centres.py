"""Words of the counter and of the house it stands in."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MOST_REPRESENTATIVES = 5  # 信访工作条例 第二十条: 多人提出共同事项的，代表不得超过 5 人
DRAFT_DAYS = 30
MOST_DRAFTS = 50
MOST_ROSTER_DAYS = 92  # a quarter at a time
RECEPTIONS_KEPT = timedelta(days=3 * 365)  # after the day, as the register of personal values says
RECEIPT_LIVES = timedelta(hours=12)


class Channel(models.TextChoices):
    WINDOW = "window", pgettext_lazy("channel", "窗口")
    PHONE = "phone", _("电话")
    ONLINE = "online", _("网上")
    LETTER = "letter", _("来信")


class Disposal(models.TextChoices):
    """What became of a matter at the window; 立为纠纷 opens a case, the others do not."""

    PENDING = "pending", _("待处理")
    DISPUTE = "dispute", _("立为纠纷")
    ANSWERED = "answered", _("当场答复")
    PETITION = "petition", _("转信访")
    HOTLINE = "hotline", _("转 12345")
    DEPARTMENT = "department", _("转部门")


HANDED_ON = (Disposal.PETITION, Disposal.HOTLINE, Disposal.DEPARTMENT)


class RoomKind(models.TextChoices):
    """一厅五室 of the model centres; a house may have fewer."""

    HALL = "hall", _("群众接待厅")
    MEDIATION = "mediation", _("矛盾纠纷调处室")
    GRID = "grid", _("网格化管理室")
    COUNSELLING = "counselling", _("心理咨询室")
    MONITORING = "monitoring", _("监控研判室")
    SOCIAL = "social", _("社会工作室")
    OTHER = "other", _("其他")


class Presence(models.TextChoices):
    RESIDENT = "resident", _("常驻")
    ROTATING = "rotating", _("轮驻")
    ON_CALL = "on_call", _("随驻")


class Half(models.TextChoices):
    MORNING = "am", _("上午")
    AFTERNOON = "pm", _("下午")


class TicketState(models.TextChoices):
    WAITING = "waiting", _("等候")
    CALLED = "called", _("已叫号")
    SERVED = "served", _("已接待")
    LEFT = "left", _("已离开")
