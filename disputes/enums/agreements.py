from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

# 人民调解法 第33条: both parties may apply within 30 days of the day the agreement took effect.
CONFIRMATION_WINDOW = timedelta(days=30)
# How long before the last day to apply the office hears of it.
NEAR_WINDOW = timedelta(days=7)
# Rows of obligations one agreement may hold: several for each party of a large group.
MOST_OBLIGATIONS = 600


class ConfirmationPaper(models.TextChoices):
    """What the court is given (民事诉讼法 司法解释; 法释〔2011〕5号 第4条)."""

    APPLICATION = "application", _("司法确认申请书")
    AGREEMENT = "agreement", _("调解协议书")
    IDENTITY = "identity", _("身份证明、资格证明")
    TITLE = "title", _("财产权利证明")
    DELIVERY = "delivery", _("送达地址、联系电话")


# Proof of title only where the agreement touches property that is registered.
COMPULSORY_PAPERS = (
    ConfirmationPaper.APPLICATION,
    ConfirmationPaper.AGREEMENT,
    ConfirmationPaper.IDENTITY,
    ConfirmationPaper.DELIVERY,
)
