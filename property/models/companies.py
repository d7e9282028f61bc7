from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.identity import validate_uscc
from governance.kernel.scope import ScopedQuerySet
from governance.party.models import PartyOrg
from property.enums import PartyLinkKind, Right


class PropertyCompanyQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def operating_on(self, day: date):
        """Companies in business on a day."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day), started_on__lte=day)

    def registered_above(self, code: str):
        """Companies of the areas a code lies in: whom a compound may sign with, also from a lower post."""
        return self.filter(area_code__in=[code[:width] for width in range(1, len(code) + 1)])

    def with_party_on(self, day: date):
        """Companies with a Party organisation of their own or a joint one on a day."""
        return self.filter(Exists(self._links(day)))

    def without_party_on(self, day: date):
        return self.filter(~Exists(self._links(day)))

    def for_list(self, day: date):
        """`party_link` and `party_since` of the day, `area_name`."""
        links = self._links(day)
        return self.annotate(
            party_link=Subquery(links.values("kind")[:1]),
            party_since=Subquery(links.values("valid__startswith")[:1]),
            area_name=F("area__name"),
        )

    @staticmethod
    def _links(day: date):
        return CompanyPartyLink.objects.filter(company=OuterRef("pk"), valid__contains=day)


class PropertyCompany(AreaBound):
    """A property service company, in the county that supervises it. `ended_on`: first day out of business."""

    name = models.CharField(_("企业名称"), max_length=100)
    uscc = models.CharField(
        _("统一社会信用代码"),
        max_length=18,
        unique=True,
        validators=[validate_uscc],
        error_messages={"unique": _("这个统一社会信用代码的企业已经登记。")},
    )
    started_on = models.DateField(_("开始经营日期"))
    ended_on = models.DateField(_("停止经营日期"), null=True, blank=True)

    objects = PropertyCompanyQuerySet.as_manager()

    class Meta:
        verbose_name = _("物业企业")
        verbose_name_plural = _("物业企业")
        indexes = [models.Index(fields=["area_code", "started_on"], name="property_company_area")]
        constraints = [
            models.CheckConstraint(
                name="property_company_ends",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gt=F("started_on")),
                violation_error_message=_("停止经营日期须晚于开始经营日期。"),
            )
        ]

    def __str__(self):
        return self.name


class CompanyPartyLink(models.Model):
    """How the Party is organised in a company, and since when; no row of the day means not at all."""

    company = models.ForeignKey(
        PropertyCompany, models.PROTECT, related_name="party_links", verbose_name=_("物业企业")
    )
    kind = models.CharField(_("组建方式"), max_length=10, choices=PartyLinkKind)
    org = models.ForeignKey(
        PartyOrg, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("党组织")
    )
    valid = DateRangeField(_("期间"))

    class Meta:
        verbose_name = _("企业党组织")
        verbose_name_plural = _("企业党组织")
        constraints = [
            ExclusionConstraint(
                name="company_party_link_once",
                expressions=[("company", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                violation_error_message=_("这家企业此期间已登记党组织，请先结束原登记。"),
            ),
            models.CheckConstraint(
                name="company_party_link_begins",
                condition=Q(valid__isempty=False, valid__startswith__isnull=False),
                violation_error_message=_("要有开始日期，且结束日期晚于开始日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.company} {self.get_kind_display()}"
