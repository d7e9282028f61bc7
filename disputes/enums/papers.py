from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_PAGES = 60  # signed pages of one paper
MOST_AT_ONCE = 12  # pictures in one go

# A committee as the law wants it (人民调解法 第8、9条).
FEWEST_MEMBERS, MOST_MEMBERS, TERM_YEARS = 3, 9, 3


class Paper(models.TextChoices):
    """The papers of a mediation dossier, in the order they are bound."""

    COVER = "cover", _("卷宗封面")
    CONTENTS = "contents", _("卷内目录")
    APPLICATION = "application", _("人民调解申请书")
    REGISTRATION = "registration", _("受理登记表")
    RIGHTS_NOTICE = "rights_notice", _("权利义务告知书")
    IDENTITY = "identity", _("当事人身份证明")
    PROXY = "proxy", _("授权委托书")
    DECLINE_NOTICE = "decline_notice", _("不予受理告知书")
    INVESTIGATION = "investigation", _("调查记录")
    EVIDENCE = "evidence", _("证据材料清单")
    RECORD = "record", _("调解记录")
    AGREEMENT = "agreement", _("调解协议书")
    ORAL_AGREEMENT = "oral_agreement", _("口头协议登记表")
    END_NOTICE = "end_notice", _("调解终结告知书")
    CONFIRMATION = "confirmation", _("司法确认申请书")
    RECEIPT = "receipt", _("履行凭证")
    FOLLOW_UP = "follow_up", _("回访记录")
    STATEMENT = "statement", _("卷宗情况说明")
    BACK_COVER = "back_cover", _("卷宗封底")


# Somebody outside the office signs these: the portal waits for the signed page, or for word that it is in the folder.
SIGNED = frozenset(Paper) - {Paper.COVER, Paper.CONTENTS, Paper.STATEMENT, Paper.BACK_COVER}
# Covers of the dossier: they are bound, and not counted among its pages.
UNCOUNTED = frozenset({Paper.COVER, Paper.CONTENTS, Paper.BACK_COVER})


class Retention(models.TextChoices):
    SHORT = "short", _("短期")
    LONG = "long", _("长期")
    PERMANENT = "permanent", _("永久")


class PaperStatus(models.TextChoices):
    """How a paper of the list stands."""

    THERE = "there", _("已有")
    UNSIGNED = "unsigned", _("缺少")
    OPTIONAL = "optional", _("按需")
