from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.files.models import Attachment
from governance.kernel.scope import ScopedQuerySet
from governance.party.enums import ACTIVITY_RESULT_LENGTH, Right
from governance.party.models.leagues import League
from governance.party.models.orgs import PartyOrg
from governance.party.models.teams import StewardTeam, VolunteerTeam

HOSTS = {"org": PartyOrg, "league": League, "steward_team": StewardTeam, "volunteer_team": VolunteerTeam}


def one_host() -> Q:
    """Exactly one of the hosts is named."""
    condition = Q()
    for host in HOSTS:
        condition |= Q(**{f"{name}__isnull": name != host for name in HOSTS})
    return condition


class ActivityQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def of(self, host: models.Model):
        """What one organisation, league or team did."""
        return self.filter(**{host_field(host): host})

    def for_list(self):
        return self.select_related(*HOSTS).annotate(
            area_name=models.F("area__name"),
            host_name=models.functions.Coalesce(*(f"{name}__name" for name in HOSTS)),
        )


class Activity(AreaBound):
    """Something done together: what, where, how many took part, and what came of it. Never who."""

    org = models.ForeignKey(
        PartyOrg, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("党组织")
    )
    league = models.ForeignKey(
        League, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("服务联盟")
    )
    steward_team = models.ForeignKey(
        StewardTeam,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("红管家服务队"),
    )
    volunteer_team = models.ForeignKey(
        VolunteerTeam,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("志愿服务队"),
    )
    on = models.DateField(_("活动日期"))
    title = models.CharField(_("活动名称"), max_length=100)
    place = models.CharField(_("地点"), max_length=100)
    people_count = models.PositiveIntegerField(_("参加人数"))
    result = models.TextField(_("活动成效"), max_length=ACTIVITY_RESULT_LENGTH, blank=True)
    photos = models.ManyToManyField(Attachment, blank=True, related_name="+", verbose_name=_("照片"))

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("共建活动")
        verbose_name_plural = _("共建活动")
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["area_code", "on"], name="party_activity_area")]
        constraints = [
            models.CheckConstraint(
                name="party_activity_one_host",
                condition=one_host(),
                violation_error_message=_("一次活动要有一个主办的党组织、联盟或服务队。"),
            )
        ]

    def __str__(self):
        return self.title

    @property
    def host(self) -> models.Model:
        return next(found for name in HOSTS if (found := getattr(self, name)))


def host_field(host: models.Model) -> str:
    return next(name for name, model in HOSTS.items() if isinstance(host, model))
