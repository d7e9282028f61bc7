from django.db import models
from django.utils.translation import gettext_lazy as _


class AssessmentRight(models.TextChoices):
    VIEW = "assessment.view", _("查看物业考核")
    RUN = "assessment.run", _("组织物业考核、核查整改、管理黄红牌")
    SCORE = "assessment.score", _("物业考核打分")
    ANSWER = "assessment.answer", _("登记物业申诉和整改答复")


class RaterKind(models.TextChoices):
    """Who rates a project; owners by slips that the community counts."""

    COMMUNITY = "community", _("社区")
    STREET = "street", _("镇街")
    HOUSING = "housing", _("住建部门")
    OWNERS = "owners", _("业主")


class AssessmentGrade(models.TextChoices):
    A = "A", "A"
    B = "B", "B"
    C = "C", "C"
    D = "D", "D"


class AppealVerdict(models.TextChoices):
    PENDING = "", _("待裁定")
    UPHELD = "upheld", _("成立")
    PARTLY = "partly", _("部分成立")
    REJECTED = "rejected", _("不成立")


class CardGrade(models.IntegerChoices):
    """What a company is shown for rectification that failed; never a person."""

    YELLOW = 1, _("黄牌")
    RED = 2, _("红牌")


# The level of the seat by which somebody rates; the right to assess is handed down to streets and communities.
SEAT_LEVELS = {
    "community": RaterKind.COMMUNITY,
    "township": RaterKind.STREET,
    "county": RaterKind.HOUSING,
    "city": RaterKind.HOUSING,
}
MANDATED = (RaterKind.COMMUNITY, RaterKind.STREET, RaterKind.OWNERS)
# The level of the areas a mandate of a kind may be given to.
MANDATE_LEVELS = {
    RaterKind.COMMUNITY: ("township", "community"),
    RaterKind.STREET: ("township",),
    RaterKind.OWNERS: ("township", "community"),
}
WHOLE = 100  # marks of a sheet, and the sum of the raters' weights
GOOD = (AssessmentGrade.A, AssessmentGrade.B)
CLOSING_SOON_DAYS = 3  # how long before its end a scoring window comes before the dispatch
MOST_SLIPS = 100_000
MOST_ITEMS = 60
MOST_PHOTOS = 6  # beside an appeal or an answer
REASON_LENGTH = 300
TEXT_LENGTH = 1000
