"""How alike two disputes must be to be suggested, and what each likeness counts.

The points were fitted on drawn disputes of which it is known which are one matter (`bench/alike_sample.py`); what they
reach on others, told in other words, `manage.py measure_alike` prints and a test holds.
"""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import PartyRole

SUGGESTED_FROM = 85  # points
LOOKS_BACK = timedelta(days=365)
MOST_BY_RESPONDENT, MOST_NEARBY = 200, 400  # candidates read, the newest first
MOST_SHOWN = 8
SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT)

NUMBER, FIRM, NAME, FIRM_LIKE, FIRM_LIKE_FAR, UNNAMED = 45, 45, 35, 30, 12, 0  # the respondent
APPLICANT = 15  # the same applicant too, or the same one where a respondent is not named
SUBJECT, OTHER_SUBJECT, NO_SUBJECT = 35, -25, 10
CATEGORY, BROAD_CATEGORY = 10, 3
WORDS, MOST_WORDS = 80, 25  # a share of common pairs of characters, and no more than
PLACE, OTHER_PLACE = 15, -45  # the latter only where the matter is bound to its place
NEAR_IN_TIME = ((30, 10), (90, 5), (180, 0), (365, -5))  # within so many days
SAME_PLACE, OTHER_PLACES, ALIKE_WORDS, ALIKE_SUBJECTS = 0.5, 0.25, 0.25, 0.15  # shares from which it is so


class LinkKind(models.TextChoices):
    ALIKE = "alike", _("相似")
    AGAIN = "again", _("再次发生")
    UNRELATED = "unrelated", _("不是同类")


class Reason(models.TextChoices):
    NUMBER = "number", _("同一被申请人")
    FIRM = "firm", _("同一被申请单位")
    NAME = "name", _("被申请人姓名相同")
    APPLICANT = "applicant", _("同一申请人")
    FIRM_LIKE = "firm_like", _("被申请单位名称相近")
    SUBJECT = "subject", _("事由相同：{subject}")
    WORDS = "words", _("事由文字相近")
    PLACE = "place", _("同一小区或地点")
    SAME_DAY = "same_day", _("同一天登记")
    DAYS = "days", _("相隔 {days} 天")
    AGAIN = "again", _("同样双方 12 个月内第 {count} 次")
    TIMES = "times", _("同一被申请单位 12 个月内第 {count} 件")


class Basis(models.TextChoices):
    """What the disputes of a suggested series have in common."""

    FIRM = "firm", _("同一被申请单位")
    COMPOUND = "compound", _("同一小区、同一事由")
