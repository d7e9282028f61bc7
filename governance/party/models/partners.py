import datetime as dt

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.files.models import Attachment
from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.kernel.days import today
from governance.kernel.identity import validate_uscc
from governance.kernel.masking import mask_name, mask_phone
from governance.kernel.sealing import Sealed, SealedField
from governance.party.enums import AGREEMENT_NOTICE_DAYS, PartnerKind
from governance.party.models.orgs import InForceQuerySet
from governance.party.models.teams import ends_after_start


class PartnerQuerySet(InForceQuerySet):
    STARTS = "signed_on"

    def agreed_on(self, day: dt.date):
        """`agreement_no`, `agreement_due_on` and `agreement_for` of the agreement that runs on a day."""
        running = PartnerAgreement.objects.running_on(day).filter(partner=models.OuterRef("pk"))
        return self.annotate(
            agreement_no=models.Subquery(running.values("number")[:1]),
            agreement_due_on=models.Subquery(running.values("due_on")[:1]),
            agreement_for=models.Subquery(running.values("purpose")[:1]),
        )

    def due_within(self, day: dt.date, days: int):
        """Those whose agreement runs on a day and is due to end at most so many days after it, or was already."""
        due = PartnerAgreement.objects.due_within(day, days).filter(partner=models.OuterRef("pk"))
        return self.filter(models.Exists(due))

    def without_agreement(self, day: dt.date):
        running = PartnerAgreement.objects.running_on(day).filter(partner=models.OuterRef("pk"))
        return self.filter(~models.Exists(running))


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
        constraints = [
            ends_after_start("partner_ends", "signed_on"),
            models.UniqueConstraint(
                fields=["area", "name"],
                condition=Q(ended_on__isnull=True),
                name="partner_once",
                violation_error_message=_("这里已有同名的共建单位，请在它的页面续签协议。"),
            ),
        ]

    def __str__(self):
        return self.name


class PartnerAgreementQuerySet(models.QuerySet):
    def running_on(self, day: dt.date):
        return self.filter(valid__contains=day)

    def due_within(self, day: dt.date, days: int):
        return self.running_on(day).filter(due_on__lte=day + dt.timedelta(days=days))


class PartnerAgreement(Sealed):
    """共建协议: in force over `valid`, until the next is signed or the partner ends; due to end on `due_on`."""

    SEALED = {"contact": mask_name, "phone": mask_phone}

    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="agreements", verbose_name=_("共建单位")
    )
    number = models.CharField(_("协议编号"), max_length=40)
    purpose = models.CharField(_("共建内容"), max_length=200)
    valid = DateRangeField(_("生效期间"))
    due_on = models.DateField(_("到期日期"))
    contact_sealed = SealedField(_("联系人"))
    contact_masked = models.CharField(_("联系人"), max_length=40, blank=True, editable=False)
    phone_sealed = SealedField(_("联系电话"))
    phone_masked = models.CharField(_("联系电话"), max_length=20, blank=True, editable=False)
    scan = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("协议照片")
    )

    objects = PartnerAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("共建协议")
        verbose_name_plural = _("共建协议")
        ordering = ["-valid"]
        indexes = [models.Index(fields=["due_on"], name="agreement_due")]
        constraints = [
            never_two_at_once(
                "agreement_one_a_day", "partner", message=_("协议重叠：同一天只能有一份协议，请核对日期。")
            ),
            begins_and_lasts("agreement_begins"),
            models.CheckConstraint(
                name="agreement_due_after_start",
                condition=Q(due_on__gt=F("valid__startswith")),
                violation_error_message=_("到期日期须晚于签约日期。"),
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def area_code(self) -> str:
        """Where the partner lies: what a look at the contact is asked for."""
        return self.partner.area_code

    @property
    def is_due(self) -> bool:
        """Whether it runs today and is due to end soon, or was already."""
        runs = self.valid.upper is None or self.valid.upper > today()
        return runs and self.due_on <= today() + dt.timedelta(days=AGREEMENT_NOTICE_DAYS)
