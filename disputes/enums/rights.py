from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "disputes.view", _("查看纠纷")
    REGISTER = "disputes.register", _("登记纠纷、接待登记")
    ACCEPT = "disputes.accept", _("受理")
    ASSIGN = "disputes.assign", _("分派")
    MEDIATE = "disputes.mediate", _("调解")
    CLOSE = "disputes.close", _("回访、结案")
    PAPERS = "disputes.papers", _("制作文书、整理卷宗")
    TEMPLATES = "disputes.templates", _("维护文书模板、登记调解委员会")
    CENTRE = "disputes.centre", _("管理综治中心")
    CATALOGUE = "disputes.catalogue", _("维护纠纷统计口径")
    REVIEW = "disputes.review", _("审核归档")
    APPROVE = "disputes.approve", _("批准纠纷延期")
    RESTRICTED = "disputes.restricted", _("查看限定可见的纠纷")
    PROTECT = "disputes.protect", _("报告公安机关、标明涉及未成年人")
    LITIGATION = "disputes.litigation", _("维护诉讼数据和口径")
