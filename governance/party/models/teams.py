from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.identity import validate_uscc
from governance.kernel.masking import mask_name
from governance.kernel.sealing import Sealed, SealedField
from governance.party.enums import PartnerKind
from governance.party.models.orgs import InForceQuerySet, PartyOrg


def _ends_after_start(name: str, starts: str = "founded_on") -> models.CheckConstraint:
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
        constraints = [_ends_after_start("volunteer_team_ends")]

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
        constraints = [_ends_after_start("steward_team_ends")]

    def __str__(self):
        return self.name


class League(AreaBound):
    """亲务联盟: partners and neighbours around one kind of service."""

    name = models.CharField(_("名称"), max_length=100)
    purpose = models.CharField(_("服务内容"), max_length=200, blank=True)
    founded_on = models.DateField(_("成立日期"))
    ended_on = models.DateField(_("解散日期"), null=True, blank=True)

    objects = InForceQuerySet.as_manager()

    class Meta:
        verbose_name = _("服务联盟")
        verbose_name_plural = _("服务联盟")
        indexes = [models.Index(fields=["area_code", "founded_on"], name="league_area")]
        constraints = [_ends_after_start("league_ends")]

    def __str__(self):
        return self.name


class PartnerQuerySet(InForceQuerySet):
    STARTS = "signed_on"


class Partner(AreaBound):
    """共建单位: a unit that signed to build the community together."""

    name = models.CharField(_("名称"), max_length=100)
    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True, validators=[validate_uscc])
    kind = models.CharField(_("类型"), max_length=20, choices=PartnerKind, default=PartnerKind.OTHER)
    signed_on = models.DateField(_("签约日期"))
    ended_on = models.DateField(_("解约日期"), null=True, blank=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("共建单位")
        verbose_name_plural = _("共建单位")
        indexes = [models.Index(fields=["area_code", "signed_on"], name="partner_area")]
        constraints = [_ends_after_start("partner_ends", "signed_on")]

    def __str__(self):
        return self.name
