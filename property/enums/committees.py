"""Committees of a compound: who sits in them, and what the management committee has to keep to."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FEWEST_OF_MANAGEMENT = 7  # members of a management committee; their number is odd
YEARS_OF_MANAGEMENT = 3  # how long a management committee may stay
ELECTION_AHEAD_DAYS = 90  # 业主大会和业主委员会指导规则：任期届满前三个月组织换届选举


class MemberTitle(models.TextChoices):
    CHAIR = "chair", _("主任")
    DEPUTY = "deputy", _("副主任")
    MEMBER = "member", pgettext_lazy("title", "委员")
