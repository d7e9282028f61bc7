from datetime import date

from django.db import models
from django.utils.translation import gettext as _

from governance.kernel.errors import Refused


def check_end(row: models.Model, on: date) -> None:
    """`Refused` unless a dated row is running and began before the day it is to end."""
    if row.valid.upper is not None and row.valid.upper <= on:
        raise Refused("already_ended", _("「{}」已于 {} 结束，不用再办理。").format(row, row.valid.upper))
    if on <= row.valid.lower:
        raise Refused("ends_before_start", _("结束日期要晚于开始日期 {}。").format(row.valid.lower))
