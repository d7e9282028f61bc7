from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LAPSED_DAYS = 90  # how long a contract that ended without a successor is chased; then it is history
FEE_LOW_PERCENT = 80  # 本市默认: below it a quarter's fees count as badly collected
COMPLAINT_LOOKBACK_DAYS = 60  # how far back an event is still looked at for its project


class ProjectState(models.TextChoices):
    """How a contract stands on a day, by its dates alone."""

    COMING = "coming", pgettext_lazy("project", "未开始")
    RUNNING = "running", _("在期")
    ENDED = "ended", _("已届满")


class RateUnit(models.TextChoices):
    """What the coverage rates are reckoned by."""

    COMPOUNDS = "compounds", _("按小区数")
    HOUSEHOLDS = "households", _("按户数")
    FLOOR_AREA = "area", _("按建筑面积")
