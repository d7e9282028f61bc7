from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

NEAR_RETURN = timedelta(days=7)  # a delegated case is marked a week before it goes back


class CourtRight(models.TextChoices):
    CONSULT = "court.consult", _("法律协作（只看应邀协作的纠纷）")


class DelegationResult(models.TextChoices):
    """What the court is told on the day the case goes back."""

    AGREED = "agreed", _("调解成功")
    FAILED = "failed", _("调解不成")
    WITHDRAWN = "withdrawn", _("原告撤诉")
