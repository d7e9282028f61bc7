from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_WORK = 24 * 60  # minutes of one record


class AdviserWork(models.TextChoices):
    """What a legal adviser does for a community. Who came to ask is not kept."""

    CONSULTATION = "consultation", _("咨询")
    LECTURE = "lecture", _("法治讲座")
    CONTRACT = "contract", _("审查合同")
    MEDIATION = "mediation", _("参与调解")
