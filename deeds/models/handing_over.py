from datetime import date

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.enums.housing import NAME_LENGTH, REASON_LENGTH, Rating, RiskKind
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet


class HousingRiskQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"


class HousingRisk(models.Model):
    """What endangers a project, how much, and why it is thought so."""

    project = models.ForeignKey(
        "deeds.HousingProject", models.PROTECT, related_name="risks", verbose_name=_("项目")
    )
    kind = models.CharField(_("风险类别"), max_length=20, choices=RiskKind)
    rating = models.CharField(_("项目评级"), max_length=10, choices=Rating)
    reason = models.CharField(_("评级理由"), max_length=REASON_LENGTH)
    lead_office = models.CharField(_("责任单位"), max_length=NAME_LENGTH, blank=True)
    raised_on = models.DateField(_("登记日期"), default=today, editable=False)
    closed_on = models.DateField(_("销号日期"), null=True, blank=True, editable=False)
    closing_note = models.CharField(_("销号说明"), max_length=REASON_LENGTH, blank=True, editable=False)

    objects = HousingRiskQuerySet.as_manager()

    class Meta:
        verbose_name = _("项目风险")
        verbose_name_plural = _("项目风险")
        ordering = ["closed_on", "-raised_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "kind"],
                condition=Q(closed_on__isnull=True),
                name="housing_risk_open_once",
                violation_error_message=_("这个项目的同类风险还没有销号，请在原来那条上办理。"),
            ),
            models.CheckConstraint(
                name="housing_risk_closed_with_note",
                condition=Q(closed_on__isnull=True) | ~Q(closing_note=""),
                violation_error_message=_("风险销号要写明依据。"),
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.get_kind_display()}"


class HousingDeliveryQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"

    def due_on(self, day: date):
        return self.filter(planned_on__lte=day)

    def handed_over_on(self, day: date):
        return self.due_on(day).filter(delivered_on__lte=day)

    def for_list(self):
        return self.annotate(project_name=F("project__name"), area_code=F("project__area_code"))


class HousingDelivery(models.Model):
    """A batch of homes to be handed over by a day; what was, and with how many certificates (交房即交证)."""

    project = models.ForeignKey(
        "deeds.HousingProject", models.PROTECT, related_name="deliveries", verbose_name=_("项目")
    )
    batch = models.CharField(_("批次"), max_length=60, help_text=_("如：1、2、5 号楼"))
    planned_on = models.DateField(_("计划交付日期"))
    planned = models.PositiveIntegerField(_("计划交付套数"), validators=[MinValueValidator(1)])
    delivered_on = models.DateField(_("实际交付日期"), null=True, blank=True, editable=False)
    delivered = models.PositiveIntegerField(_("已交付套数"), default=0, editable=False)
    with_certificate = models.PositiveIntegerField(_("交房即交证套数"), default=0, editable=False)

    objects = HousingDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("交付批次")
        verbose_name_plural = _("交付批次")
        ordering = ["planned_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "batch"],
                name="housing_delivery_once",
                violation_error_message=_("这个项目里已有同名批次。"),
            ),
            models.CheckConstraint(
                name="housing_delivered_within_plan",
                condition=Q(delivered__lte=F("planned")),
                violation_error_message=_("已交付套数不能多于这一批的计划套数，请核对后重填。"),
            ),
            models.CheckConstraint(
                name="housing_certificates_within",
                condition=Q(with_certificate__lte=F("delivered")),
                violation_error_message=_("交房即交证的套数不能多于已交付套数，请核对后重填。"),
            ),
            models.CheckConstraint(
                name="housing_delivered_has_day",
                condition=Q(delivered=0, delivered_on__isnull=True)
                | Q(delivered__gt=0, delivered_on__isnull=False),
                violation_error_message=_("有交付套数就要有交付日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.batch}"
