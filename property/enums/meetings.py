"""Owners' meetings: their kinds and forms, and the nine classes of matter of 民法典第二百七十八条."""

from django.db import models
from django.utils.translation import gettext_lazy as _

ARTICLE = _("《民法典》第二百七十八条")
NOTICE_DAYS = 15  # 物业管理条例第十四条：会议召开 15 日以前通知全体业主，住宅小区同时告知居民委员会


class MeetingKind(models.TextChoices):
    FIRST = "first", _("首次会议")
    REGULAR = "regular", _("定期会议")
    INTERIM = "interim", _("临时会议")


class MeetingForm(models.TextChoices):
    IN_PERSON = "in_person", _("集体讨论")
    WRITTEN = "written", _("书面征求意见")
    ELECTRONIC = "electronic", _("电子投票")


class MeetingState(models.TextChoices):
    DRAFT = "draft", _("筹备中")
    NOTICED = "noticed", _("已通知")
    COUNTED = "counted", _("已计票")
    ANNOUNCED = "announced", _("已公布结果")
    CALLED_OFF = "called_off", _("已取消")


class MatterKind(models.TextChoices):
    """The matters owners decide on together, in the order of the article; `value` is the number of the item."""

    RULES = "1", _("（一）制定和修改业主大会议事规则")
    COVENANT = "2", _("（二）制定和修改管理规约")
    COMMITTEE = "3", _("（三）选举业主委员会或者更换业主委员会成员")
    SERVICE = "4", _("（四）选聘和解聘物业服务企业或者其他管理人")
    USE_FUND = "5", _("（五）使用建筑物及其附属设施的维修资金")
    RAISE_FUND = "6", _("（六）筹集建筑物及其附属设施的维修资金")
    REBUILD = "7", _("（七）改建、重建建筑物及其附属设施")
    CHANGE_USE = "8", _("（八）改变共有部分的用途或者利用共有部分从事经营活动")
    OTHER = "9", _("（九）有关共有和共同管理权利的其他重大事项")


# Decided by three quarters of those who take part; every other matter by more than half.
QUALIFIED = frozenset({MatterKind.RAISE_FUND, MatterKind.REBUILD, MatterKind.CHANGE_USE})
