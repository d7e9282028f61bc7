from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgrammeRight(models.TextChoices):
    VIEW = "programme.view", _("查看专项任务和制度")
    RUN = "programme.run", _("组织专项任务、登记制度")
    REPORT = "programme.report", _("填报任务进展")
    CHECK = "programme.check", _("核验任务进展")


class ProgrammeKind(models.TextChoices):
    PROPERTY_ACTION = "property_action", _("物业管理专项行动")
    REGULATIONS = "regulations", _("制度建设")
    MODEL_COMMUNITY = "model_community", _("五好社区创建")
    OTHER = "other", _("其他专项")


class ItemState(models.TextChoices):
    """Where a task stands on a day: computed from its dates and its progress, never stored."""

    NOT_STARTED = "not_started", _("未启动")
    UNDER_WAY = "under_way", _("推进中")
    NEARLY_DONE = "nearly_done", _("基本完成")
    DONE = "done", _("完成")
    LATE = "late", _("滞后")
    DROPPED = "dropped", _("已撤销")


class CheckResult(models.TextChoices):
    PENDING = "", _("待核验")
    ACCEPTED = "accepted", _("核验通过")
    SENT_BACK = "sent_back", _("退回")


# The states that count, in the order of the circular: a dropped task counts nowhere.
COUNTED_STATES = (
    ItemState.DONE, ItemState.NEARLY_DONE, ItemState.UNDER_WAY, ItemState.NOT_STARTED, ItemState.LATE
)  # fmt: skip
WHOLE = 100  # percent
NEARLY_DONE_PERCENT = 90  # from here on a task is 基本完成; complete is only what somebody has checked
DUE_SOON_DAYS = 7  # how long before its day a task comes before the dispatch
MOST_ITEMS = 200  # tasks of one programme: its board is one page
TEXT_LENGTH = 1000
REASON_LENGTH = 300
RULE_TEXT_LENGTH = 20_000
