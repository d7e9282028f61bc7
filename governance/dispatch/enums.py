from datetime import time, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# How far back a missed cycle is still made up for; what is older is history, not work.
CATCH_UP_WEEKS = 8
# A work report follows one figure over so many periods: two months of weeks, a year of months.
FOLLOWED = {"weekly": 8, "monthly": 12}
# From where on a report says in words that a figure moved: our own defaults, so that small numbers stay quiet.
MOVED_POINTS = 2  # percentage points of a share
MOVED_LEAST, MOVED_PER_CENT = 3, 20  # of a number: so many, and so much of what it was
# For so many days after issue the figures of a report are read again: our own default, two rounds of monthly papers.
CORRECTED_DAYS = 60


class Right(models.TextChoices):
    VIEW = "dispatch.view", _("查看调度与督导")
    RUN = "dispatch.run", _("立即生成应开的调度")
    MANAGE = "dispatch.manage", _("主持调度、定任务、印发纪要")
    REPORT = "dispatch.report", _("报调度任务的办理结果")
    SCHEDULE = "dispatch.schedule", _("改调度安排")
    DELIVERIES = "deliveries.view", _("查看通知发送记录")
    DELIVER = "dispatch.deliver", _("重发没有发出的通知")


class CycleKind(models.TextChoices):
    WEEKLY = "weekly", _("周调度")
    MONTHLY = "monthly", _("月督导")


class WorkdayRule(models.TextChoices):
    """What becomes of a day of the schedule on which nobody works."""

    EXACT = "exact", _("不论是否工作日，就在当天")
    NEXT = "next", _("逢放假顺延到之后第一个工作日")
    PREVIOUS = "previous", _("逢放假提前到之前最后一个工作日")


class CycleState(models.TextChoices):
    OPEN = "open", _("待开")
    HELD = "held", _("已开")
    ISSUED = "issued", _("已印发")


class Sheet(models.TextChoices):
    """Which list of points a preset belongs to."""

    WEEKLY = "weekly", _("周调度议程")
    MONTHLY = "monthly", _("月督导议程")
    VISIT = "visit", _("现场督导清单")


class Recipient(models.TextChoices):
    """Whom a step of a reminder ladder tells."""

    OFFICE = "office", _("办理单位")
    ABOVE = "above", _("上一级单位")


class Presence(models.TextChoices):
    PRESENT = "present", _("到会")
    SENT_WORD = "sent_word", _("请假")
    ABSENT = "absent", _("缺席")


class ActionState(models.TextChoices):
    OPEN = "open", pgettext_lazy("action item", "办理中")
    REPORTED = "reported", _("已报结")
    RETURNED = "returned", pgettext_lazy("action item", "退回重办")
    CLOSED = "closed", _("已销号")
    WITHDRAWN = "withdrawn", _("已撤销")


class Channel(models.TextChoices):
    """By what way a notice leaves the portal; the inbox has every notice in any case."""

    MAIL = "mail", _("邮件")
    SMS = "sms", _("短信")
    WECOM = "wecom", _("企业微信")
    DINGTALK = "dingtalk", _("钉钉")


class DeliveryState(models.TextChoices):
    WAITING = "waiting", _("待发")
    HELD = "held", _("暂存")
    DIGESTED = "digested", _("已并入汇总")
    SENT = "sent", _("已发出")
    FAILED = "failed", _("发不出")
    GIVEN_UP = "given_up", _("多次不成，已放弃")


# How long after a try that did not succeed the next one comes, in minutes; after the last one it is given up.
BACK_OFF = (1, 2, 5, 15, 30, 60, 120, 240)
# A way out that stays shut gives its messages up when they are this old: what they say has been seen by then.
GIVE_UP_AFTER = timedelta(days=3)
# Until an administrator's preset says otherwise: when nobody is disturbed, and when the day's digest comes.
QUIET_FROM, QUIET_UNTIL, DIGEST_AT = time(22), time(7), time(17, 30)
# Quiet all day would be silence.
LONGEST_QUIET = timedelta(hours=16)
DELIVERIES_KEPT = timedelta(days=365)


class HookEvent(models.TextChoices):
    """What an address outside is told of; a test is sent by a person."""

    BRIEF = "brief.issued", _("简报印发")
    CORRECTION = "correction.issued", _("更正说明印发")
    TEST = "test", _("测试")


HOOK_EVENTS = (HookEvent.BRIEF, HookEvent.CORRECTION)
MOST_HOOKS = 10  # addresses of one office
HOOK_BACK = timedelta(days=7)  # how far back an event that was not planned is still sent
HOOK_STOPPED_AFTER = timedelta(days=3)  # an address that fails for so long is left alone
HOOK_LOG_KEPT = timedelta(days=90)


class BriefKind(models.TextChoices):
    """What is written of a cycle, in the order it is sent out."""

    MINUTES = "minutes", _("调度纪要")
    ITEMS = "items", pgettext_lazy("brief", "任务清单")
    CIRCULAR = "circular", _("督导通报")
    WEEKLY_REPORT = "weekly_report", _("周工作报告")
    MONTHLY_REPORT = "monthly_report", _("月工作报告")


class BriefState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("brief", "草稿")
    EDITED = "edited", _("已修改")
    ISSUED = "issued", _("已印发")
