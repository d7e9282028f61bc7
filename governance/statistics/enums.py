from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_YEARS = 10
MOST_INDICATORS = 50  # in one call
MOST_AREAS = 200
MOST_NUMBERS = 100_000
HEAVY_NUMBERS = 1_000  # a call for more than these takes one of the client's places
SMALLEST_RANKED = 5  # shares of fewer cases are not compared
USUAL_TILES = 8  # of a board for which nobody has named any
MOST_TILES = 12
MOST_VIEWS = 20  # boards one person keeps
LONGEST_SEARCH = 60  # characters
OTHERS = "others"  # the board of all roles that have none of their own


class Right(models.TextChoices):
    VIEW = "statistics.view", _("查看看板与指标")
    ARRANGE = "statistics.arrange", _("设置岗位看板")


class Period(models.TextChoices):
    """Which days the flows of a board cover; every one but `FIXED` moves on with the day."""

    YEAR = "year", _("近 365 天")
    THIS_YEAR = "this-year", _("今年以来")
    QUARTER = "quarter", _("本季度")
    MONTH = "month", _("本月")
    DAYS_30 = "30-days", _("近 30 天")
    DAYS_7 = "7-days", _("近 7 天")
    FIXED = "fixed", _("自选起止")


class Grain(models.TextChoices):
    """How finely a trend is drawn."""

    DAY = "day", _("按日")
    WEEK = "week", _("按周")
    MONTH = "month", _("按月")
