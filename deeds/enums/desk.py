"""The mobile desk (移动办公桌): an office that comes to the compound."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

PLACE_LENGTH = 100
REASON_LENGTH = 200
MOST_HOMES = 200  # one day of one desk
MOST_STAMPS = 200  # in one sending
AIM_SECONDS = 5 * 60  # 现场办证不超过五分钟一本
LATEST_SENDING = timedelta(days=3)  # a device without a signal may send afterwards


class DeskStep(models.TextChoices):
    """What happens at the desk, in order. The photo is taken by the registry's own device: here is only its time."""

    BEGIN = "begin", _("叫号")
    CHECK = "check", _("核验材料")
    PHOTO = "photo", _("拍照")
    SIGN = "sign", _("签字")
    PAY = "pay", _("缴费")
    PRINT = "print", _("打证")

    @property
    def before(self) -> "DeskStep | None":
        order = list(DeskStep)
        place = order.index(self)
        return order[place - 1] if place else None
