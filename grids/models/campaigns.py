from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet, under
from grids.enums.rights import Right
from grids.enums.roster import Occupancy
from grids.enums.visits import MET, VisitKind
from grids.models.roster import Household
from grids.models.visits import Visit


class CampaignQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"))

    def running_on(self, day: date):
        return self.filter(from_on__lte=day, to_on__gte=day)

    def covering(self, codes: list[str]):
        """The campaigns that touch these areas: their own, those of areas above and those of areas inside."""
        widths = {code[:width] for code in codes for width in range(1, len(code) + 1)}
        touching = Q(area_code__in=widths)
        for code in codes:
            touching |= under("area_code", code)
        return self.filter(touching)


class Campaign(AreaBound):
    """A time in which every household of an area is called on once. Any contact counts, by whatever way."""

    name = models.CharField(_("名称"), max_length=60)
    kind = models.CharField(_("走访类型"), max_length=20, choices=VisitKind, default=VisitKind.CAMPAIGN)
    description = models.CharField(_("说明"), max_length=500, blank=True)
    from_on = models.DateField(_("开始日期"))
    to_on = models.DateField(_("结束日期"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("发起人"),
    )  # fmt: skip

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("走访活动")
        verbose_name_plural = _("走访活动")
        indexes = [
            models.Index(fields=["area_code", "to_on"], name="grids_campaign_area"),
            models.Index(fields=["-from_on", "-id"], name="grids_campaign_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="grids_campaign_ends",
                condition=Q(to_on__gte=F("from_on")),
                violation_error_message=_("结束日期不能早于开始日期。"),
            ),
            models.UniqueConstraint(
                fields=["area", "name", "from_on"],
                name="grids_campaign_once",
                violation_error_message=_("这个区划已有同名、同日开始的活动。"),
            ),
        ]

    def __str__(self):
        return self.name

    def households(self):
        """The households it is about: those somebody lives in."""
        return Household.objects.within(self.area_code).exclude(occupancy=Occupancy.EMPTY)

    def contacts(self):
        """The contacts that count for it."""
        days = {"visited_on__gte": self.from_on, "visited_on__lte": self.to_on}
        return Visit.objects.filter(
            under("area_code", self.area_code), household__isnull=False, outcome__in=MET, **days
        )

    def is_running_on(self, day: date) -> bool:
        return self.from_on <= day <= self.to_on
