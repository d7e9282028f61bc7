from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "areas.view", _("查看区划")
    MANAGE = "areas.manage", _("调整区划")


class Level(models.TextChoices):
    """Keys of the levels this product speaks of by name; the rows of `AreaLevel` say which a place has."""

    CITY = "city", _("市")
    COUNTY = "county", _("县区")
    TOWNSHIP = "township", _("镇街")
    COMMUNITY = "community", _("社区（村）")
    GRID = "grid", _("网格")
    BUILDING = "building", _("楼院")


class AreaKind(models.TextChoices):
    """Townships by the code segments of 国统字〔2009〕91号; communities and below by 城乡 and use of the grid."""

    URBAN = "urban", _("城镇")
    RURAL = "rural", _("农村")
    DEDICATED = "dedicated", _("专属")
    MICRO = "micro", _("微网格")
    STREET = "street", _("街道")
    TOWN = "town", _("镇")
    RURAL_TOWNSHIP = "rural_township", _("乡")
    FARM = "farm", _("农场、开发区")
