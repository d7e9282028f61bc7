from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.dated import begins_and_lasts
from governance.kernel.masking import mask_name
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField
from governance.party.models.orgs import InForceQuerySet, PartyOrg


def ends_after_start(name: str, starts: str = "founded_on") -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(ended_on__isnull=True) | Q(ended_on__gt=F(starts)),
        violation_error_message=_("结束日期须晚于开始日期。"),
    )


class VolunteerTeam(AreaBound, Sealed):
    SEALED = {"leader": mask_name}

    name = models.CharField(_("队名"), max_length=100)
    leader_sealed = SealedField(_("队长"))
    leader_masked = models.CharField(_("队长"), max_length=40, blank=True, editable=False)
    member_count = models.PositiveIntegerField(_("队员数"), default=0)
    founded_on = models.DateField(_("成立日期"))
    ended_on = models.DateField(_("解散日期"), null=True, blank=True)

    objects = InForceQuerySet.as_manager()

    class Meta:
        verbose_name = _("志愿服务队")
        verbose_name_plural = _("志愿服务队")
        indexes = [models.Index(fields=["area_code", "founded_on"], name="volunteer_team_area")]
        constraints = [ends_after_start("volunteer_team_ends")]

    def __str__(self):
        return self.name


class StewardTeam(AreaBound):
    """红管家: Party members who look after a place together, under a (joint) branch."""

    org = models.ForeignKey(
        PartyOrg,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steward_teams",
        verbose_name=_("党组织"),
    )
    name = models.CharField(_("队名"), max_length=100)
    member_count = models.PositiveIntegerField(_("党员数"), default=0)
    founded_on = models.DateField(_("成立日期"))
    ended_on = models.DateField(_("解散日期"), null=True, blank=True)

    objects = InForceQuerySet.as_manager()

    class Meta:
        verbose_name = _("红管家服务队")
        verbose_name_plural = _("红管家服务队")
        indexes = [models.Index(fields=["area_code", "founded_on"], name="steward_team_area")]
        constraints = [ends_after_start("steward_team_ends")]

    def __str__(self):
        return self.name


class StewardMemberQuerySet(models.QuerySet):
    def live_on(self, day):
        return self.filter(valid__contains=day)


class StewardMember(Sealed):
    """Somebody of a steward team, for a time. The team's `member_count` is the number of those of today."""

    SEALED = {"name": mask_name}

    team = models.ForeignKey(
        StewardTeam, models.PROTECT, related_name="members", verbose_name=_("红管家服务队")
    )
    name_sealed = SealedField(_("姓名"))
    name_masked = models.CharField(_("姓名"), max_length=40, blank=True, editable=False)
    name_index = BlindIndexField(_("姓名索引"))
    duty = models.CharField(_("分工"), max_length=40, blank=True)
    valid = DateRangeField(_("参加期间"))

    objects = StewardMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("红管家队员")
        verbose_name_plural = _("红管家队员")
        ordering = ["pk"]
        constraints = [begins_and_lasts("steward_member_begins")]

    def __str__(self):
        return self.name_masked

    @property
    def area_code(self) -> str:
        """Where the team lies: what a look at the name is asked for."""
        return self.team.area_code
