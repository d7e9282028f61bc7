from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound, AreaParent
from governance.kernel.days import today
from governance.kernel.masking import mask_name
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import Sealed, SealedField
from governance.party.enums import Tier
from grids.models import BodyPost, BuildingGroup, Compound
from grids.models.territory import served_by
from property.enums import CONTRACT_NOTICE_DAYS, FILING_DAYS, CommitteeKind, Right, ServiceMode
from property.models.companies import PropertyCompany


def _begins_and_lasts(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(valid__isempty=False, valid__startswith__isnull=False),
        violation_error_message=_("要有开始日期，且结束日期晚于开始日期。"),
    )


def _one_a_compound(name: str, message) -> ExclusionConstraint:
    return ExclusionConstraint(
        name=name,
        expressions=[("compound", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
        violation_error_message=message,
    )


class ManagedCompoundQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def managed_on(self, day: date):
        """Compounds with a service contract live on a day."""
        return self.filter(Exists(self._live(PropertyContract, day)))

    def unmanaged_on(self, day: date):
        return self.filter(~Exists(self._live(PropertyContract, day)))

    def with_committee_on(self, day: date):
        """Compounds with a live owners' or management committee on a day."""
        return self.filter(Exists(self._live(OwnersCommittee, day)))

    def without_committee_on(self, day: date):
        return self.filter(~Exists(self._live(OwnersCommittee, day)))

    def with_company_party_on(self, day: date):
        """Compounds whose company of the day has a Party organisation."""
        return self.filter(Exists(self._party_companies(day)))

    def without_company_party_on(self, day: date):
        return self.filter(~Exists(self._party_companies(day)))

    def with_branch_on(self, day: date):
        """Compounds that a Party branch serves on a day: where they lie, in a grid or a building group of theirs."""
        return self.filter(self._branch_serves(day))

    def without_branch_on(self, day: date):
        return self.filter(~self._branch_serves(day))

    def with_cross_post_on(self, day: date):
        """Compounds in whose branch, committee or project somebody sits who sits in another body as well."""
        return self.filter(Exists(self._cross_posts(day)))

    def without_cross_post_on(self, day: date):
        return self.filter(~Exists(self._cross_posts(day)))

    def for_list(self, day: date):
        """Beside the compound's own columns: `company_name`, `mode`, `contract_ends_on`, `committee` of the day."""
        contracts = self._live(PropertyContract, day)
        return self.annotate(
            area_name=F("area__name"),
            company_name=Subquery(contracts.values("company__name")[:1]),
            mode=Subquery(contracts.values("mode")[:1]),
            contract_ends_on=Subquery(contracts.values("valid__endswith")[:1]),
            committee=Subquery(self._live(OwnersCommittee, day).values("kind")[:1]),
        )

    @staticmethod
    def _live(model: type[models.Model], day: date):
        return model.objects.filter(compound=OuterRef("pk"), valid__contains=day)

    @staticmethod
    def _cross_posts(day: date):
        return BodyPost.objects.crossing_on(day).filter(compound=OuterRef("pk"))

    @staticmethod
    def _branch_serves(day: date) -> Q:
        served = served_by(Tier.BRANCH, day)
        buildings = BuildingGroup.objects.filter(compound=OuterRef("pk"), area__in=served)
        grids = AreaParent.objects.filter(
            area__building_group__compound=OuterRef("pk"), valid__contains=day, parent__in=served
        )
        return Q(area__in=served) | Q(Exists(buildings)) | Q(Exists(grids))

    def _party_companies(self, day: date):
        return self._live(PropertyContract, day).filter(
            company__in=PropertyCompany.objects.with_party_on(day)
        )


class ManagedCompound(Compound):
    """A compound as the property office reads it: under its own right, with company and committee."""

    objects = ManagedCompoundQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = _("小区")
        verbose_name_plural = _("小区")


class DatedQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day: date):
        return self.filter(valid__contains=day)


class PropertyContractQuerySet(DatedQuerySet):
    def for_list(self):
        return self.annotate(
            compound_name=F("compound__name"),
            company_name=F("company__name"),
            starts_on=F("valid__startswith"),
            ends_on=F("valid__endswith"),
        )

    def ending_by(self, day: date):
        return self.filter(valid__endswith__lte=day)


class PropertyContract(AreaBound, Sealed):
    """Who looks after a compound, and when: `valid` runs up to but not including its last date."""

    SEALED = {"manager": mask_name}

    compound = models.ForeignKey(
        Compound, models.PROTECT, related_name="property_contracts", verbose_name=_("小区")
    )
    company = models.ForeignKey(
        PropertyCompany,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contracts",
        verbose_name=_("物业企业"),
    )
    mode = models.CharField(
        _("服务方式"), max_length=20, choices=ServiceMode, default=ServiceMode.PROFESSIONAL
    )
    valid = DateRangeField(_("合同期"))
    fee_cents = models.PositiveIntegerField(_("物业费（分/平方米·月）"), default=0)
    manager_sealed = SealedField(_("项目经理"))
    manager_masked = models.CharField(_("项目经理"), max_length=40, blank=True, editable=False)

    objects = PropertyContractQuerySet.as_manager()

    class Meta:
        verbose_name = _("物业合同")
        verbose_name_plural = _("物业合同")
        indexes = [
            models.Index(fields=["area_code", "compound"], name="property_contract_area"),
        ]
        constraints = [
            _one_a_compound(
                "property_contract_once", _("这个小区此期间已有物业合同，请先终止原合同或改签约日期。")
            ),
            _begins_and_lasts("property_contract_begins"),
            models.CheckConstraint(
                name="property_contract_company",
                condition=~Q(mode=ServiceMode.PROFESSIONAL) | Q(company__isnull=False),
                violation_error_message=_("专业物业的合同要写明物业企业。"),
            ),
        ]

    def __str__(self):
        return f"{self.compound} · {self.company or self.get_mode_display()}"

    @property
    def fee_yuan(self) -> str:
        return f"{self.fee_cents // 100}.{self.fee_cents % 100:02d}"

    @property
    def is_ending(self) -> bool:
        """Whether the contract ends within the notice time."""
        last = self.valid.upper
        return last is not None and today() < last <= today() + timedelta(days=CONTRACT_NOTICE_DAYS)


class OwnersCommittee(AreaBound):
    """An owners' (业委会) or management committee (物管会) of a compound: live from its forming to its end."""

    compound = models.ForeignKey(
        Compound, models.PROTECT, related_name="owners_committees", verbose_name=_("小区")
    )
    kind = models.CharField(_("类型"), max_length=20, choices=CommitteeKind)
    valid = DateRangeField(_("存续期间"))
    member_count = models.PositiveSmallIntegerField(_("委员人数"), default=0)
    term_ends_on = models.DateField(_("届满日期"), null=True, blank=True)
    filing_no = models.CharField(_("备案号"), max_length=60, blank=True)
    filed_on = models.DateField(_("备案日期"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("业委会、物管会")
        verbose_name_plural = _("业委会、物管会")
        indexes = [models.Index(fields=["area_code", "compound"], name="owners_committee_area")]
        constraints = [
            _one_a_compound(
                "owners_committee_once", _("这个小区此期间已有业委会或物管会，请先办理原委员会的解散。")
            ),
            _begins_and_lasts("owners_committee_begins"),
            models.CheckConstraint(
                name="owners_committee_filed_whole",
                condition=Q(filing_no="", filed_on__isnull=True)
                | ~Q(filing_no="") & Q(filed_on__isnull=False),
                violation_error_message=_("备案号和备案日期要一起填写。"),
            ),
        ]

    def __str__(self):
        return f"{self.compound} {self.get_kind_display()}"

    @property
    def file_by(self) -> date:
        """The last day for filing."""
        return self.valid.lower + timedelta(days=FILING_DAYS)

    @property
    def is_filing_late(self) -> bool:
        return self.filed_on is None and self.file_by < today()

    @property
    def is_term_over(self) -> bool:
        return self.term_ends_on is not None and self.term_ends_on <= today()
