from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "deeds.view", _("查看办证与保交楼台账")
    MANAGE = "deeds.manage", _("推进项目、登记堵点和周进度")
    ISSUE = "deeds.issue", _("登簿、发证")
    ANSWER = "deeds.answer", _("发布购房人公告、答复提问")


class Cause(models.TextChoices):
    """Why homes have no deed, by 自然资发〔2021〕1号, with lost papers and owners' payments set apart."""

    LAND = "C1", _("用地手续不完善")
    PRICE = "C2", _("欠缴土地出让价款和相关税费")
    PLANNING = "C3", _("未通过建设工程规划核实")
    ACCEPTANCE = "C4", _("未通过竣工验收（备案）")
    DEVELOPER_GONE = "C5", _("开发单位灭失")
    PARCELS = "C6", _("房地信息不一致、跨宗地建设")
    MORTGAGE = "C7", _("抵押、查封")
    PAPERS = "C8", _("资料缺失")
    OWNERS = "C9", _("欠缴维修资金、契税等群众自身原因")
    OTHER = "C99", _("其他")


class Instrument(models.TextChoices):
    """By what means an obstacle is cleared."""

    CONDITIONAL = "conditional", _("容缺受理")
    COMMITMENT = "commitment", _("告知承诺")
    SEPARATED = "separated", _("证缴分离")
    PARALLEL = "parallel", _("并联办理")
    APPRAISAL = "appraisal", _("鉴定补验")
    DESIGNATED = "designated", _("政府指定单位代办")
    ORDINARY = "ordinary", _("按常规补办")


class HousingTrack(models.TextChoices):
    """How the rest of the building is paid for."""

    SPECIAL_LOAN = "special_loan", _("专项借款")
    WHITE_LIST = "white_list", _("白名单")
    SELF_RESCUE = "self_rescue", _("自救")
    COURT = "court", _("司法处置")


class UndertakingKind(models.TextChoices):
    """What is let pass for the time being: a paper that comes later, or a promise in place of a proof."""

    CONDITIONAL = "conditional", _("容缺受理")
    COMMITMENT = "commitment", _("告知承诺")

    def words(self, state: str) -> str:
        """How a state is called for this kind."""
        return _UNDERTAKING_WORDS[self][state]


_UNDERTAKING_WORDS = {
    UndertakingKind.CONDITIONAL: {"open": _("待补正"), "met": _("已补正"), "broken": _("逾期未补正")},
    UndertakingKind.COMMITMENT: {"open": _("待核查"), "met": _("已履行"), "broken": _("违约")},
}


class Clock(models.TextChoices):
    """How an obstacle stands by its day."""

    ON_TIME = "on_time", _("按期")
    NEAR = "near", _("临期")
    LATE = "late", _("超期")
    CLOSED = "closed", _("已销号")

    @classmethod
    def of(cls, due_on: date, closed_on: date | None, day: date) -> "Clock":
        if closed_on:
            return cls.CLOSED
        if due_on < day:
            return cls.LATE
        return cls.NEAR if due_on <= day + timedelta(days=NEAR_DAYS) else cls.ON_TIME

    @property
    def tone(self) -> str:
        return {"on_time": "primary", "near": "near", "late": "late", "closed": "ok"}[self.value]


MOSTLY_DONE_PERCENT = 90
NEAR_DAYS = 7  # from then on a day is near
REASON_LENGTH = 500
PLAN_LENGTH = 3000
MOST_HOMES = 5000  # at one press
