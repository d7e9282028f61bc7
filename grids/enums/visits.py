from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class VisitKind(models.TextChoices):
    ROUTINE = "routine", _("例行走访")
    CAMPAIGN = "campaign", _("大走访")
    CARE = "care", _("探访关爱")
    HOLIDAY = "holiday", _("节假日慰问")
    INCIDENT = "incident", _("突发事后访")
    RETURN = "return", _("回访")
    INSPECTION = "inspection", _("专题排查")
    CALL = "call", _("电话联系")
    CADRE = "cadre", _("包联干部走访")
    PARTY_MEMBER = "party_member", _("在职党员走访")


class Way(models.TextChoices):
    """However the contact came about, it counts the same."""

    DOOR = "door", _("入户")
    PHONE = "phone", _("电话")
    STREET = "street", _("街面")


class VisitOutcome(models.TextChoices):
    NORMAL = "normal", _("正常")
    NEED = "need", _("有需求")
    HAZARD = "hazard", _("有隐患")
    DISPUTE = "dispute", _("有纠纷")
    NOT_MET = "not_met", _("未遇")
    DECLINED = "declined", _("拒访")


MET = frozenset(VisitOutcome) - {VisitOutcome.NOT_MET, VisitOutcome.DECLINED}
HANDED_ON = (VisitOutcome.HAZARD, VisitOutcome.DISPUTE)  # what becomes a matter of its own
EVENTFUL = frozenset({VisitOutcome.NEED, VisitOutcome.HAZARD, VisitOutcome.DISPUTE})


class Companion(models.TextChoices):
    """Who came along, by what they are: no names are kept."""

    CADRE = "cadre", _("社区干部")
    POLICE = "police", _("民警")
    DOCTOR = "doctor", _("医生")
    PROPERTY = "property", _("物业")
    VOLUNTEER = "volunteer", _("志愿者")
    PARTY_MEMBER = "party_member", _("党员")
    LAWYER = "lawyer", _("法律顾问")
    SOCIAL_WORKER = "social_worker", _("社工")
    LEADER = "leader", _("楼栋长、单元长")


class NeedKind(models.TextChoices):
    """What help is asked for: class E09 of the catalogue (民生诉求) and the errands beside it."""

    JOB = "job", _("就业")
    SCHOOL = "school", _("就学")
    CARE = "care", _("养老照护")
    RELIEF = "relief", _("救助")
    HOUSING = "housing", _("住房")
    HEATING = "heating", _("供暖水电")
    REPAIR = "repair", _("维修")
    PAPERS = "papers", _("证照代办")
    OTHER = "other", _("其他")


NOTE_LENGTH = 1000


MOST_NEEDS = 5  # of one visit: who has more to ask is called on again


MOST_PHOTOS = 6


# The promises made most, a tap each; any other day can be named.
RETURN_IN = [
    ("3", _("3 天后")),
    ("7", _("1 周后")),
    ("15", _("半个月后")),
    ("30", _("1 个月后")),
    ("90", _("3 个月后")),
]


FARTHEST_RETURN = timedelta(days=180)  # a promise further ahead is no promise


LATE_SENDING = timedelta(days=3)  # how long after a post has ended its visits may still arrive from a phone


CLOCK_SKEW = timedelta(minutes=5)  # a cheap phone's clock runs ahead; such a visit is dated now


OLDEST_VISIT = timedelta(days=366)  # older ones are slips of the year


TODAY_LIMIT = 7  # suggested contacts a day: a list one walks, not a quota


# What workers write most, a tap each; the note is for the rest.
PHRASES = {
    VisitOutcome.NORMAL: [_("家中一切正常"), _("已宣传用电用气安全"), _("已留联系方式")],
    VisitOutcome.NEED: [_("想请社区帮忙办理"), _("家里设施坏了要维修"), _("老人需要照料"), _("生活有困难")],
    VisitOutcome.HAZARD: [_("楼道堆放杂物"), _("电动车飞线充电"), _("消防通道堵塞"), _("燃气软管老化")],
    VisitOutcome.DISPUTE: [_("邻里噪音"), _("漏水赔偿"), _("车位争执"), _("物业收费")],
    VisitOutcome.NOT_MET: [_("敲门无人应答"), _("邻居说外出"), _("电话无人接听")],
    VisitOutcome.DECLINED: [_("不方便开门"), _("请改天再来")],
}
