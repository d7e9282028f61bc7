from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Level

TITLE_LENGTH = 40  # of the report's own words in the title of its case
MOST_PHOTOS = 6
SIMILAR_WITHIN = timedelta(days=30)  # how far back the same thing may have been reported before
REOPEN_WITHIN_DAYS = 15  # how long a reporter may say 没解决 after the end
FEWEST_UNITS = 2  # fewer than two units together are no joint verification
RETURNS_BEFORE_SUPERIOR = 2  # the second return is no longer the dispatcher's to decide
GUARDED_LEVELS = (
    Level.COMMUNITY,
    Level.GRID,
    Level.BUILDING,
)  # seats here are given what is on the work list


class EventGrade(models.IntegerChoices):
    """How pressing an event is. 自办 is settled where it was found; 紧急 is told by phone before it is written."""

    OWN = 0, _("自办")
    URGENT = 1, _("紧急")
    IMPORTANT = 2, _("重要")
    ORDINARY = 3, _("一般")


class ReturnReason(models.TextChoices):
    OFF_LIST = "off_list", _("不在网格服务管理事项清单内")
    NOT_OURS = "not_ours", _("不属于本岗位职责")
    UNCLEAR = "unclear", _("地点或内容不清，无法处置")
    OTHER = "other", _("其他")


class EventSatisfaction(models.TextChoices):
    """What the reporter says of the result."""

    SATISFIED = "satisfied", _("满意")
    FAIR = "fair", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")


class MeasureUnit(models.TextChoices):
    """Units of what was measured on the spot."""

    MU = "mu", _("亩")
    SQUARE_METRE = "m2", _("平方米")
    METRE = "m", _("米")
    CUBIC_METRE = "m3", _("立方米")
    DECIBEL = "db", _("分贝")
    PIECE = "piece", _("处")


class ParticipantRole(models.TextChoices):
    HOST = "host", _("主持核实")
    MEASURE = "measure", _("丈量记录")
    WITNESS = "witness", _("到场见证")
    PARTY = "party", _("当事人")
