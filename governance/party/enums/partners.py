from django.db import models
from django.utils.translation import gettext_lazy as _


class PartnerKind(models.TextChoices):
    AGENCY = "agency", _("机关事业单位")
    COMPANY = "company", _("企业")
    SOCIAL = "social", _("社会组织")
    SCHOOL = "school", _("学校、医院")
    OTHER = "other", _("其他")


AGREEMENT_NOTICE_DAYS = 60  # how long before its end an agreement is brought before the dispatch
ACTIVITY_RESULT_LENGTH = 500
