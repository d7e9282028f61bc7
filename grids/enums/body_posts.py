from django.db import models
from django.utils.translation import gettext_lazy as _


class Body(models.TextChoices):
    """The bodies between which 双向进入、交叉任职 is counted; one person in two of them is a cross-post."""

    COMMUNITY_PARTY = "community_party", _("社区党组织")
    RESIDENTS = "residents", _("居民委员会")
    BRANCH = "branch", _("小区党支部")
    COMMITTEE = "committee", _("业委会、物管会")
    PROJECT = "project", _("物业项目")


AT_COMPOUND = (Body.BRANCH, Body.COMMITTEE, Body.PROJECT)


class Register(models.TextChoices):
    """Which register a post is kept in: one that another register seats ends there as well."""

    POSTS = "posts", _("任职登记")
    COMMITTEE = "committee", _("业委会、物管会名册")
