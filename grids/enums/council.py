from django.db import models
from django.utils.translation import gettext_lazy as _

TOPIC_LENGTH = 2000


class Voice(models.TextChoices):
    """On whose behalf somebody speaks at the council: proposes a topic, or sits at the table."""

    RESIDENT = "resident", _("居民")
    PARTY_MEMBER = "party_member", _("党员")
    GRID = "grid", _("网格")
    COMMUNITY = "community", _("社区")
    PROPERTY = "property", _("物业企业")
    OWNERS = "owners", _("业委会、物管会")
    PARTNER = "partner", _("共建单位")
    OTHER = "other", _("其他")
