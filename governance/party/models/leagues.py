from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.party.models.orgs import InForceQuerySet
from governance.party.models.partners import Partner
from governance.party.models.teams import ends_after_start


class LeagueQuerySet(InForceQuerySet):
    def with_partner_count(self, day):
        """`partner_count`: the partners in a league on a day."""
        seats = LeaguePartner.objects.filter(league=models.OuterRef("pk"), valid__contains=day)
        count = seats.order_by().values("league").annotate(n=models.Count("pk")).values("n")
        return self.annotate(partner_count=models.functions.Coalesce(models.Subquery(count), 0))


class League(AreaBound):
    """亲务联盟: partners and neighbours around one kind of service."""

    name = models.CharField(_("名称"), max_length=100)
    purpose = models.CharField(_("服务内容"), max_length=200, blank=True)
    founded_on = models.DateField(_("成立日期"))
    ended_on = models.DateField(_("解散日期"), null=True, blank=True)
    partners = models.ManyToManyField(Partner, through="LeaguePartner", verbose_name=_("共建单位"))

    objects = LeagueQuerySet.as_manager()

    class Meta:
        verbose_name = _("服务联盟")
        verbose_name_plural = _("服务联盟")
        indexes = [models.Index(fields=["area_code", "founded_on"], name="league_area")]
        constraints = [ends_after_start("league_ends")]

    def __str__(self):
        return self.name


class LeaguePartner(models.Model):
    """A partner in a league, for a time."""

    league = models.ForeignKey(League, models.PROTECT, related_name="seats", verbose_name=_("服务联盟"))
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="leagues", verbose_name=_("共建单位"))
    valid = DateRangeField(_("参加期间"))

    class Meta:
        verbose_name = _("联盟成员单位")
        verbose_name_plural = _("联盟成员单位")
        constraints = [
            never_two_at_once(
                "league_partner_once", "league", "partner", message=_("这个单位此期间已在联盟里。")
            ),
            begins_and_lasts("league_partner_begins"),
        ]

    def __str__(self):
        return f"{self.league} · {self.partner}"
