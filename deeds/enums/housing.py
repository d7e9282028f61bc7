"""Housing delivery (保交楼): permits, stages, money, risks, what purchasers are told."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

NAME_LENGTH = 80
REASON_LENGTH = 300
TEXT_LENGTH = 2000
QUESTION_LENGTH = 500

# Points a building or project may lie behind its plan before the light turns from yellow to red: our default.
YELLOW_POINTS = 5
# A weekly row is the last word on a site for as long: two weeks and the one that runs.
SITE_REPORT_DAYS = 20
# Days from the request of a payout to the money on the builder's account, where nothing else is agreed.
PAYOUT_DAYS = 10
# Working days in which a purchaser's question is answered.
ANSWER_DAYS = 7
# After the last home is handed over, as the privacy notice says; what stands in the place of a text afterwards.
PURCHASERS_KEPT = timedelta(days=3 * 365)
FORGOTTEN = "—"


class PermitKind(models.TextChoices):
    """The five papers a sold building stands on."""

    LAND_RIGHT = "land_right", _("国有土地使用证")
    LAND_PLANNING = "land_planning", _("建设用地规划许可证")
    WORK_PLANNING = "work_planning", _("建设工程规划许可证")
    CONSTRUCTION = "construction", _("建筑工程施工许可证")
    PRESALE = "presale", _("商品房预售许可证")


class Light(models.TextChoices):
    """How a building or a project stands against its plan: always a word, never a colour alone."""

    GREEN = "green", _("绿灯：按期")
    YELLOW = "yellow", _("黄灯：略有落后")
    RED = "red", _("红灯：明显落后")
    UNTOLD = "untold", _("未报进度")

    @classmethod
    def of(cls, percent: int | None, planned: int | None) -> "Light":
        """Told against planned."""
        if percent is None:
            return cls.UNTOLD
        lag = (planned or 0) - percent
        if lag <= 0:
            return cls.GREEN
        return cls.YELLOW if lag <= YELLOW_POINTS else cls.RED


class RiskKind(models.TextChoices):
    """What is watched about a project, after the fields of a pre-sale escrow register."""

    PROGRESS = "progress", _("工程进度")
    CONTRACT = "contract", _("合同网签")
    FILING = "filing", _("合同备案")
    LOAN = "loan", _("按揭贷款")
    ESCROW = "escrow", _("监管资金")
    SEIZURE = "seizure", _("查封")
    LAND_MORTGAGE = "land_mortgage", _("土地抵押")
    RESTRICTION = "restriction", _("限制交易")
    OTHER = "other", _("其他")


class Rating(models.TextChoices):
    """Of a project's risk. Persons are never rated."""

    HIGH = "high", _("高")
    MEDIUM = "medium", _("中")
    LOW = "low", _("低")


class FundsLevel(models.TextChoices):
    """What purchasers are told of the money: a sentence instead of the books."""

    ENOUGH = "enough", _("建设资金能满足后续施工")
    TIGHT = "tight", _("建设资金基本够用，按节点拨付")
    GAP = "gap", _("建设资金还有缺口，正在筹措")
