"""Code lists and thresholds of grid work, with their sources."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "grids.view", _("查看网格、小区与走访")
    ROSTER = "grids.roster", _("查看住户名册")
    VISIT = "grids.visit", _("登记走访、办理诉求")
    MANAGE = "grids.manage", _("维护网格与名册")


# The seats of a grid's team: leader, worker, building and unit leaders, and the cadre who answers for it.
GRID_WORKER = "grid_worker"


class TeamRole(models.TextChoices):
    LEADER = "grid_leader", _("网格长")
    WORKER = GRID_WORKER, _("网格员")
    BUILDING = "building_leader", _("楼栋长")
    UNIT = "unit_leader", _("单元长")
    CADRE = "liaison_cadre", _("包联干部")


BUILDING_ROLES = frozenset({TeamRole.BUILDING, TeamRole.UNIT})


class CompoundKind(models.TextChoices):
    COMMERCIAL = "commercial", _("商品房小区")
    OLD = "old", _("老旧小区")
    REFORM = "reform", _("房改房小区")
    RESETTLEMENT = "resettlement", _("安置小区")
    SUBSIDISED = "subsidised", _("保障房小区")
    SELF_BUILT = "self_built", _("自建房片区")


class Occupancy(models.TextChoices):
    OWN = "own", _("自住")
    LET = "let", _("出租")
    EMPTY = "empty", _("空置")


class Residence(models.TextChoices):
    LOCAL = "local", _("户籍在本地，常住")
    ARRIVED = "arrived", _("户籍在外地，常住")
    AWAY = "away", _("户籍在本地，外出")


class CareKind(models.TextChoices):
    """Care tags exist to bring help and for nothing else."""

    LIVING_ALONE = "living_alone", _("独居老人")
    LEFT_BEHIND_ELDER = "left_behind_elder", _("留守老人")
    LEFT_BEHIND_CHILD = "left_behind_child", _("留守儿童")
    CHILD_IN_NEED = "child_in_need", _("困境儿童")
    DISABLED = "disabled", _("残疾人")
    LOW_INCOME = "low_income", _("低保、特困")
    PREGNANT = "pregnant", _("孕产妇")
    VETERAN = "veteran", _("退役军人")


class VisitKind(models.TextChoices):
    ROUTINE = "routine", _("例行走访")
    CAMPAIGN = "campaign", _("大走访")
    CARE = "care", _("探访关爱")
    HOLIDAY = "holiday", _("节假日慰问")
    INCIDENT = "incident", _("突发事后访")
    RETURN = "return", _("回访")
    INSPECTION = "inspection", _("专题排查")
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
CLOCK_SKEW = timedelta(minutes=5)  # a cheap phone's clock runs ahead; such a visit is dated now
OLDEST_VISIT = timedelta(days=366)  # older ones are slips of the year
LONGEST_TAG = timedelta(days=3 * 366)  # a care tag is looked at again at least every three years
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
