from datetime import date, timedelta

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.kernel.days import today
from governance.kernel.masking import mask_name
from governance.kernel.sealing import Sealed, SealedField
from grids.models import Compound
from property.enums import CONTRACT_NOTICE_DAYS, ServiceMode
from property.models.companies import PropertyCompany
from property.models.dated import DatedQuerySet


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
