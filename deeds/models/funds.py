from datetime import date

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Greatest
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.enums.housing import REASON_LENGTH
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet


def _signed(name: str) -> Cast:
    return Cast(F(name), models.IntegerField())


class FundReport(models.Model):
    """The money of a project as of a day, in whole 万元. The gap follows from the others."""

    project = models.ForeignKey(
        "deeds.HousingProject", models.PROTECT, related_name="fund_reports", verbose_name=_("项目")
    )
    day = models.DateField(_("截至日期"), default=today)
    escrow_balance = models.PositiveIntegerField(_("监管账户余额（万元）"))
    escrow_quota = models.PositiveIntegerField(_("重点监管额度（万元）"), default=0)
    due = models.PositiveIntegerField(_("应付工程款（万元）"))
    paid = models.PositiveIntegerField(_("已付工程款（万元）"))
    to_finish = models.PositiveIntegerField(_("完工尚需资金（万元）"))
    loan_approved = models.PositiveIntegerField(_("专项借款批准（万元）"), default=0)
    loan_released = models.PositiveIntegerField(_("专项借款拨付（万元）"), default=0)
    loan_used = models.PositiveIntegerField(_("专项借款使用（万元）"), default=0)
    credit_approved = models.PositiveIntegerField(_("配套融资批准（万元）"), default=0)
    credit_released = models.PositiveIntegerField(_("配套融资发放（万元）"), default=0)
    gap = models.GeneratedField(
        verbose_name=_("资金缺口（万元）"),
        expression=Greatest(
            _signed("to_finish")
            - _signed("escrow_balance")
            - (_signed("loan_approved") - _signed("loan_released"))
            - (_signed("credit_approved") - _signed("credit_released")),
            Value(0),
        ),
        output_field=models.IntegerField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("资金情况")
        verbose_name_plural = _("资金情况")
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "day"],
                name="fund_report_once_a_day",
                violation_error_message=_("这一天的资金情况已经填报，请换一个日期。"),
            ),
            models.CheckConstraint(
                name="fund_paid_within_due",
                condition=Q(paid__lte=F("due")),
                violation_error_message=_("已付工程款不能多于应付工程款，请核对后重填。"),
            ),
            models.CheckConstraint(
                name="fund_loan_within_approved",
                condition=Q(loan_used__lte=F("loan_released"), loan_released__lte=F("loan_approved")),
                violation_error_message=_("专项借款的使用不能多于拨付，拨付不能多于批准，请核对后重填。"),
            ),
            models.CheckConstraint(
                name="fund_credit_within_approved",
                condition=Q(credit_released__lte=F("credit_approved")),
                violation_error_message=_("配套融资的发放不能多于批准，请核对后重填。"),
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.day}"


class PayoutQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"

    def judged_on(self, day: date):
        """Whose limit has passed by a day, and those paid by then."""
        return self.filter(Q(due_on__lt=day) | Q(paid_on__lte=day), requested_on__lte=day)

    def timely_on(self, day: date):
        return self.judged_on(day).filter(paid_on__lte=F("due_on"))

    def late_on(self, day: date):
        return self.judged_on(day).filter(Q(paid_on__isnull=True) | Q(paid_on__gt=F("due_on")))

    def for_list(self):
        return self.annotate(project_name=F("project__name"), area_code=F("project__area_code"))


class Payout(models.Model):
    """Money asked for at a node of the works, and the day it was paid out of the escrow account."""

    project = models.ForeignKey(
        "deeds.HousingProject", models.PROTECT, related_name="payouts", verbose_name=_("项目")
    )
    node = models.CharField(_("拨付节点"), max_length=60)
    amount = models.PositiveIntegerField(_("金额（万元）"), validators=[MinValueValidator(1)])
    requested_on = models.DateField(_("申请日期"), default=today)
    due_on = models.DateField(_("应拨付日期"))
    paid_on = models.DateField(_("拨付日期"), null=True, blank=True, editable=False)
    note = models.CharField(_("说明"), max_length=REASON_LENGTH, blank=True)

    objects = PayoutQuerySet.as_manager()

    class Meta:
        verbose_name = _("资金拨付")
        verbose_name_plural = _("资金拨付")
        ordering = ["-requested_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="payout_due_after_request",
                condition=Q(due_on__gte=F("requested_on")),
                violation_error_message=_("应拨付日期不能早于申请日期。"),
            ),
            models.CheckConstraint(
                name="payout_paid_after_request",
                condition=Q(paid_on__isnull=True) | Q(paid_on__gte=F("requested_on")),
                violation_error_message=_("拨付日期不能早于申请日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.node}"

    @property
    def days(self) -> int | None:
        """From the request to the money."""
        return (self.paid_on - self.requested_on).days if self.paid_on else None

    @property
    def is_late(self) -> bool:
        return (self.paid_on or today()) > self.due_on
