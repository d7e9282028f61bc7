from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "grids.view", _("查看网格、小区与走访")
    ROSTER = "grids.roster", _("查看住户名册")
    VISIT = "grids.visit", _("登记走访、办理诉求")
    MANAGE = "grids.manage", _("维护网格与名册")
    STANDARDS = "grids.standards", _("设定社区工作标准")
    LEAD = "grids.lead", _("查看直属队员的本月小结")


class ErrandRight(models.TextChoices):
    VIEW = "errands.view", _("查看帮代办")
    HANDLE = "errands.handle", _("办理帮代办")
    MANAGE = "errands.manage", _("维护代办事项目录")


class CouncilRight(models.TextChoices):
    VIEW = "council.view", _("查看议事会议题")
    RUN = "council.run", _("组织议事会")


class SuggestionRight(models.TextChoices):
    VIEW = "suggestions.view", _("查看投诉建议")
    ANSWER = "suggestions.answer", _("答复投诉建议")


class EventRight(models.TextChoices):
    VIEW = "events.view", _("查看事件")
    REPORT = "events.report", _("上报事件、自办")
    DISPATCH = "events.dispatch", _("核实、派单、核查、结案")
    HANDLE = "events.handle", _("承办事件")
    APPROVE = "events.approve", _("批准延期、清单外派单")
    MANAGE = "events.manage", _("维护网格服务管理事项清单")
    CATALOGUE = "events.catalogue", _("维护事件类别")
