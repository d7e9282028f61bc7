from django.db import models
from django.utils.translation import gettext_lazy as _

# GB/T 31000-2015 gives no head count; the thresholds are ours.
GROUP_FROM = 5
LARGE_GROUP_FROM = 30
ARCHIVE_WITHIN = 10  # working days from closing to the archive; no law says, the usual rule of the committees


class Complexity(models.TextChoices):
    SIMPLE = "simple", _("简单")
    ORDINARY = "ordinary", _("一般")
    HARD = "hard", _("疑难")


class Scale(models.TextChoices):
    """GB/T 31000-2015 表90 事件规模"""

    SINGLE = "01", _("个体性")
    GROUP = "02", _("一般群体性")
    LARGE = "03", _("重大群体性")


class Risk(models.TextChoices):
    LOW = "low", _("低")
    MEDIUM = "medium", _("中")
    HIGH = "high", _("高")


class Method(models.TextChoices):
    """GB/T 31000-2015 表93 化解方式"""

    JUDICIAL = "0101", _("司法调解")
    ADMINISTRATIVE = "0102", _("行政调解")
    PEOPLES = "0103", _("人民调解")
    ARBITRATION = "0104", _("仲裁调解")
    COMMERCIAL = "0105", _("商事调解")
    TRADE = "0106", _("行业调解")
    LAWYER = "0107", _("律师调解")
    OTHER = "0199", _("其他调解")
    ARB_CIVIL = "0201", _("民商事仲裁")
    ARB_LAND = "0202", _("农村土地承包仲裁")
    ARB_LABOUR = "0203", _("劳动人事仲裁")
    ARB_OTHER = "0204", _("其他仲裁")
    RECONSIDERATION = "03", _("行政复议")
    RULING = "04", _("行政裁决")
    LAWSUIT = "05", _("诉讼")
    SETTLEMENT = "06", _("协商和解")


class Track(models.TextChoices):
    """Where a dispute goes that mediation does not or cannot settle."""

    ARBITRATION = "arbitration", _("仲裁")
    LAWSUIT = "lawsuit", _("诉讼")
    RECONSIDERATION = "reconsideration", _("行政复议")
    RULING = "ruling", _("行政裁决")
    PETITION = "petition", _("信访")
    POLICE = "police", _("公安")


class PartyRole(models.TextChoices):
    APPLICANT = "applicant", _("申请人")
    RESPONDENT = "respondent", _("被申请人")
    THIRD = "third_party", _("第三人")
    AGENT = "agent", _("委托代理人")
    INVITED = "invited", _("受邀参加人")


# Without these on the paper there is no agreement (人民调解法 第29条: 当事人).
PRINCIPALS = (PartyRole.APPLICANT, PartyRole.RESPONDENT)


class Authority(models.TextChoices):
    """What an agent may do for a party (民事诉讼法 第62条)."""

    GENERAL = "general", _("一般授权")
    SPECIAL = "special", _("特别授权")


class PartyKind(models.TextChoices):
    """GB/T 31000-2015 表92 当事人类别. Left empty unless somebody asks for the statistics."""

    EMPLOYED = "0101", _("机关企事业从业人员")
    FARMING = "0102", _("农林牧渔人员")
    SELF_EMPLOYED = "0103", _("个体、自由职业人员")
    SOLDIER = "0104", _("军人")
    RETIRED = "0105", _("离退休人员")
    STUDENT = "0106", _("学生")
    JOBLESS = "0107", _("无业人员")
    OTHER = "0199", _("其他一般人员")
    RESTRUCTURED = "0201", _("涉企事业单位改制人员")
    MIGRANT = "0207", _("农村进城务工人员")
    GROUP = "0299", _("其他群体性诉求人员")
