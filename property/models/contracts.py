from datetime import date, timedelta

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.kernel.days import quarter_start, today
from governance.kernel.masking import mask_name, mask_phone
from governance.kernel.sealing import Sealed, SealedField
from grids.models import Compound
from property.enums import CONTRACT_NOTICE_DAYS, ServiceMode
from property.enums.projects import FEE_LOW_PERCENT, ProjectState
from property.models.companies import PropertyCompany
from property.models.dated import DatedQuerySet


class PropertyContractQuerySet(DatedQuerySet):
    def for_list(self):
        return self.annotate(
            compound_name=F("compound__name"),
            company_name=F("company__name"),
            area_name=F("area__name"),
            household_count=F("compound__household_count"),
            floor_area=F("compound__floor_area"),
            starts_on=F("valid__startswith"),
            ends_on=F("valid__endswith"),
        )

    def ending_by(self, day: date):
        return self.filter(valid__endswith__lte=day)

    def ending_within(self, day: date, days: int):
        """Running on a day, over within so many days of it, and nobody has signed for what comes after."""
        return self.live_on(day).filter(valid__endswith__lte=day + timedelta(days=days)).unsucceeded()

    def lapsed_on(self, day: date, *, within: int):
        """Over on a day, for no longer than so many days, and nobody serves the compound since."""
        over = self.filter(valid__endswith__lte=day, valid__endswith__gt=day - timedelta(days=within))
        running = PropertyContract.objects.filter(compound=OuterRef("compound"), valid__contains=day)
        return over.unsucceeded().filter(~Exists(running))

    def unsucceeded(self):
        """Contracts that no later one of the same compound follows."""
        later = PropertyContract.objects.filter(
            compound=OuterRef("compound"), valid__startswith__gte=OuterRef("valid__endswith")
        )
        return self.filter(~Exists(later))

    def in_state(self, state: str, day: date):
        """Contracts that are to begin, run or are over on a day."""
        return {
            ProjectState.COMING: self.filter(valid__startswith__gt=day),
            ProjectState.RUNNING: self.live_on(day),
            ProjectState.ENDED: self.filter(valid__endswith__lte=day),
        }[state]

    def with_company_party_on(self, day: date):
        """Contracts of companies that have a Party organisation on a day."""
        return self.filter(company__in=PropertyCompany.objects.with_party_on(day))

    def with_low_fees_on(self, day: date):
        """Running on a day, and of the last whole quarter too little of the fees came in."""
        quarter = quarter_start(quarter_start(day) - timedelta(days=1))
        lacking = F("fees__due_yuan") * FEE_LOW_PERCENT - F("fees__received_yuan") * 100
        return self.live_on(day).filter(fees__quarter_on=quarter).alias(lacking=lacking).filter(lacking__gt=0)


class PropertyContract(AreaBound, Sealed):
    """A project: who looks after a compound, and when. `valid` runs up to but not including its last date."""

    SEALED = {"manager": mask_name, "manager_phone": mask_phone}

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
    number = models.CharField(_("合同编号"), max_length=40, blank=True)
    manager_sealed = SealedField(_("项目经理"))
    manager_masked = models.CharField(_("项目经理"), max_length=40, blank=True, editable=False)
    manager_phone_sealed = SealedField(_("项目经理电话"))
    manager_phone_masked = models.CharField(_("项目经理电话"), max_length=20, blank=True, editable=False)
    manager_since = models.DateField(_("项目经理到岗日期"), null=True, blank=True)
    staff_count = models.PositiveSmallIntegerField(_("项目人员总数"), default=0)
    guard_count = models.PositiveSmallIntegerField(_("秩序维护人数"), default=0)
    cleaner_count = models.PositiveSmallIntegerField(_("保洁绿化人数"), default=0)
    repairer_count = models.PositiveSmallIntegerField(_("工程维修人数"), default=0)

    objects = PropertyContractQuerySet.as_manager()

    class Meta:
        verbose_name = _("物业合同")
        verbose_name_plural = _("物业合同")
        indexes = [
            models.Index(fields=["area_code", "compound"], name="property_contract_area"),
        ]
        constraints = [
            never_two_at_once(
                "property_contract_once",
                "compound",
                message=_("这个小区此期间已有物业合同，请先终止原合同或改签约日期。"),
            ),
            begins_and_lasts("property_contract_begins"),
            models.CheckConstraint(
                name="property_contract_company",
                condition=~Q(mode=ServiceMode.PROFESSIONAL) | Q(company__isnull=False),
                violation_error_message=_("专业物业的合同要写明物业企业。"),
            ),
            models.CheckConstraint(
                name="property_contract_staff",
                condition=Q(staff_count__gte=F("guard_count") + F("cleaner_count") + F("repairer_count")),
                violation_error_message=_("秩序、保洁、维修三类人数相加不能超过项目人员总数，请核对。"),
            ),
        ]

    def __str__(self):
        return f"{self.compound} · {self.company or self.get_mode_display()}"

    @property
    def fee_yuan(self) -> str:
        return f"{self.fee_cents // 100}.{self.fee_cents % 100:02d}"

    @property
    def name(self) -> str:
        return str(self)

    @property
    def is_ending(self) -> bool:
        """Whether the contract ends within the notice time."""
        last = self.valid.upper
        return last is not None and today() < last <= today() + timedelta(days=CONTRACT_NOTICE_DAYS)
