from django.db import models
from django.utils.translation import gettext_lazy as _

ALIKE = 85  # of 100: how alike two names must be to stand for one person behind the same telephone
MOST_SHARING = 12  # a telephone of more people than this is an office's, not a person's


class DuplicateKind(models.TextChoices):
    RESIDENT = "resident", _("居民")
    HOUSEHOLD = "household", _("住户")


class DuplicateReason(models.TextChoices):
    PHONE = "phone", _("电话相同，姓名相近")
    NAME_AND_YEAR = "name_and_year", _("姓名、出生年份相同")
    NAME_AT_HOME = "name_at_home", _("同一户里姓名相同")
    DOOR = "door", _("同一单元，房号写法不同")
    LABEL = "label", _("同一楼院，门牌相同")
