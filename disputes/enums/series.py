from django.db import models
from django.utils.translation import gettext_lazy as _

ON_ONE_PAGE = 500  # households: a series of the usual size is one page
MOST_DISPUTES_AT_ONCE = 100  # each is a case with a number and clocks of its own
MOST_CHOSEN = 5000
MOST_PAPERS = 1000  # agreements in one file
AGREEMENT_LENGTH = 4000
REASON_LENGTH = 500


class HouseholdState(models.TextChoices):
    LISTED = "listed", _("待告知")
    INFORMED = "informed", _("已告知")
    PROMISED = "promised", _("已承诺")
    PAID = "paid", _("已缴清")
    RESIGNED = "resigned", _("已重签")
    REFUSED = "refused", _("已拒绝")
    DROPPED = "dropped", _("已销项")


class HouseholdRole(models.TextChoices):
    """Which side the households are on; the other side is the same for all of them."""

    APPLICANT = "applicant", _("申请人")
    RESPONDENT = "respondent", _("被申请人")


SETTLED = (HouseholdState.PAID, HouseholdState.RESIGNED)
# Without an end: such a household keeps a series open, unless a dispute of its own goes on elsewhere.
UNDECIDED = (HouseholdState.LISTED, HouseholdState.INFORMED, HouseholdState.PROMISED)
