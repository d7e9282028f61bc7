from django.db import models
from django.utils.translation import gettext_lazy as _


class ResourceState(models.TextChoices):
    OPEN = "open", _("可用")
    WITHDRAWN = "withdrawn", _("已撤回")


class NeedState(models.TextChoices):
    OPEN = "open", _("待对接")
    MATCHED = "matched", _("已对接")
    MET = "met", _("已满足")
    WITHDRAWN = "withdrawn", _("已撤回")


class ProjectState(models.TextChoices):
    PLANNED = "planned", _("筹备中")
    RUNNING = "running", _("实施中")
    DONE = "done", _("已完成")
    STOPPED = "stopped", _("已中止")


class WishState(models.TextChoices):
    OPEN = "open", _("待认领")
    CLAIMED = "claimed", _("已认领")
    DONE = "done", _("已实现")
    CLOSED = "closed", _("已答谢")
    WITHDRAWN = "withdrawn", _("已撤回")


COBUILD_TEXT_LENGTH = 300
NOTE_LENGTH = 200
MOST_PLACES = 999  # of a service post
MOST_CAPACITY = 99  # projects a resource can serve at the same time
