from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

NEAR_DUE = timedelta(hours=24)  # 到期前一天提醒
PUBLIC_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0/O, 1/I/L: read out over the phone
PUBLIC_CODE_LENGTH = 10
SUMMARY_LENGTH = 4000  # GB/T 31000-2015 T30 事件简述
NOTE_LENGTH = 2000


class Right(models.TextChoices):
    VIEW = "casework.view", _("查看办件")
    DISPATCH = "casework.dispatch", _("派单、升级")
    HANDLE = "casework.handle", _("承办")
    SUPERVISE = "casework.supervise", _("督办")
    ANSWER = "casework.answer", _("答复督办和预警函")
    LEAD = "casework.lead", _("包案")
    RULES = "casework.rules", _("管理时限规则")


class Kind(models.TextChoices):
    DISPUTE = "dispute", _("纠纷")
    EVENT = "event", _("事件")
    ERRAND = "errand", _("帮代办")
    PROPERTY = "property", _("物业")
    REQUEST = "request", _("诉求")


# The letter of a kind within the case number.
KIND_LETTERS = {
    Kind.DISPUTE: "J",
    Kind.EVENT: "S",
    Kind.ERRAND: "B",
    Kind.PROPERTY: "W",
    Kind.REQUEST: "Q",
}


class Source(models.TextChoices):
    WINDOW = "window", _("窗口接待")
    GRID = "grid", _("网格上报")
    VISIT = "visit", _("走访发现")
    HOTLINE = "hotline", _("12345 热线")
    POLICE = "police", _("110 转办")
    COURT = "court", _("法院委派")
    PETITION = "petition", _("信访转办")
    RESIDENT = "resident", _("居民扫码")
    SUPERIOR = "superior", _("上级交办")
    INTERFACE = "interface", _("系统对接")


class Grade(models.IntegerChoices):
    """督办等级, given to organisations only."""

    NORMAL = 0, _("普通")
    YELLOW = 1, _("黄牌")
    RED = 2, _("红牌")


class Outcome(models.TextChoices):
    """How a case ended. Empty while it is open: closed is not the same as solved."""

    RESOLVED = "resolved", _("已化解")
    FAILED = "failed", _("调解不成")
    REFUSED = "refused", _("当事人拒绝")
    REDIRECTED = "redirected", _("导入其他渠道")
    DECLINED = "declined", _("不予受理")
    UNSOLVED = "unsolved", _("未能解决")
    MERGED = "merged", _("已合并")


class ClockState(models.TextChoices):
    OVERDUE = "overdue", _("已超期")
    NEAR = "near", _("临期")
    ON_TIME = "on_time", _("期限内")
    PAUSED = "paused", _("已中止")
    STOPPED = "stopped", _("不计时")


class LimitUnit(models.TextChoices):
    DAY = "day", _("工作日")
    HOUR = "hour", _("工作时")


class Limit(models.TextChoices):
    """What a deadline is for."""

    ACCEPT = "accept", _("受理")
    ASSIGN = "assign", _("分派")
    HANDLE = "handle", _("办结")
    PERFORM = "perform", _("履行")
    FOLLOW_UP = "follow_up", _("回访")
    RESPOND = "respond", _("答复工单")


# Their end brings a reminder and nothing else: the limit to settle runs on beside them.
ONLY_REMINDED = frozenset({Limit.ASSIGN, Limit.RESPOND})


class Expiry(models.TextChoices):
    """What the end of a limit brings about, beside the notice to the owner and whoever supervises."""

    NOTIFY = "notify", pgettext_lazy("expiry", "提醒")
    CARD = "card", _("记黄牌、红牌")
    ESCALATE = "escalate", _("自动升级到上一级")


class Tick(models.TextChoices):
    """What a clock does at a moment of its own, in this order where moments are the same."""

    NEAR = "near", _("临期提醒")
    LATE = "late", _("办结超期")
    OVER = "over", _("到期")
    YELLOW = "yellow", _("黄牌")
    RED = "red", _("红牌")


class OrderKind(models.TextChoices):
    """What one office asks of another over a case."""

    REFER = "refer", _("转请协办")
    TRANSFER = "transfer", _("移交")
    WHISTLE = "whistle", _("吹哨")


class OrderRating(models.TextChoices):
    """How the called office answered, in the eyes of the one that called: said of offices, never of persons."""

    PROMPT = "prompt", _("及时到位")
    FAIR = "fair", pgettext_lazy("order", "一般")
    POOR = "poor", _("不到位")


class WhistleNeed(models.TextChoices):
    """Whether the whistle was called for, in the eyes of the called office (双考核)."""

    NEEDED = "needed", _("确需联办")
    AVOIDABLE = "avoidable", _("可自行解决")
    MISPLACED = "misplaced", _("不属本单位职责")
