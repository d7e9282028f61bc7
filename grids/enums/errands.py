from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

NAME_LENGTH = 40
NUMBER_LENGTH = 60
PLACE_LENGTH = 100
GUARDED_UNDER = 14  # years of age; a guardian consents (个人信息保护法 第31条)
MOST_MATERIALS = 20
MOST_PAPER_PHOTOS = 40  # of one errand: two sides of every paper
PHOTO_DAYS = 30  # how long a photo of a paper is kept after delivery, unless the item says otherwise
LONGEST_PHOTO_DAYS = 180  # and in any case, should the errand never come to an end
HINTS_SHOWN = 5  # on today's page: a nudge, not a quota

# What is read out before somebody agrees (个人信息保护法 第17条). The number is kept with every consent;
# a changed wording gets a number of its own, and old numbers stay readable.
NOTICE_VERSION = "2026-1"
NOTICES = {
    "2026-1": _(
        "代办人只为办理这一件事使用您的姓名、电话和材料，只交给办理部门。材料照片在送达后按期自动删除。"
        "您可以随时撤回授权，撤回后立即停止代办。"
    ),
}


class ConsentWay(models.TextChoices):
    """How somebody authorised the errand (个人信息保护法 第14、29、31条)."""

    SIGNED = "signed", _("本人签字")
    ORAL = "oral", _("本人口头同意")
    GUARDIAN = "guardian", _("监护人签字")


class ErrandResult(models.TextChoices):
    DONE = "done", _("办成")
    NOT_DONE = "not_done", _("未办成")


class Delivery(models.TextChoices):
    """How the result reached the resident."""

    HOME = "home", _("送到家中")
    COLLECTED = "collected", _("居民自取")
    POST = "post", pgettext_lazy("delivery", "邮寄")
    ONLINE = "online", _("电子证照")


class Recipient(models.TextChoices):
    SELF = "self", _("本人")
    GUARDIAN = "guardian", _("监护人")
    FAMILY = "family", _("家属")


class Contentment(models.TextChoices):
    """Asked of the resident once the result is in hand."""

    SATISFIED = "satisfied", _("满意")
    FAIR = "fair", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")
    UNREACHED = "unreached", _("未联系上")


class RuleKind(models.TextChoices):
    """What makes somebody eligible. Only the year of birth is known, so an age is reached in a year, on no day."""

    TURNING_AGE = "turning_age", _("年满岁数")
    TAG_EXPIRING = "tag_expiring", _("关爱标签将到期")
    YEARLY = "yearly", _("每年认证")
