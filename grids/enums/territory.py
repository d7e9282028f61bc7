from django.db import models
from django.utils.translation import gettext_lazy as _


class CompoundKind(models.TextChoices):
    COMMERCIAL = "commercial", _("商品房小区")
    OLD = "old", _("老旧小区")
    REFORM = "reform", _("房改房小区")
    RESETTLEMENT = "resettlement", _("安置小区")
    SUBSIDISED = "subsidised", _("保障房小区")
    SELF_BUILT = "self_built", _("自建房片区")
