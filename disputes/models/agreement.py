from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from disputes.enums.agreements import CONFIRMATION_WINDOW
from disputes.enums.mediation import AgreementForm
from disputes.enums.rights import Right
from disputes.models.dispute import Dispute
from disputes.models.party import Party
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet


class AgreementQuerySet(models.QuerySet):
    def effective(self):
        return self.filter(effective_on__isnull=False)

    def draft(self):
        """What is being worded; nobody has agreed to it yet."""
        return self.filter(effective_on__isnull=True)

    def for_show(self):
        """With their lines and the court's ruling."""
        return self.select_related("confirmation").prefetch_related("parties", "obligations")

    def in_force(self) -> "Agreement | None":
        """The one that counts: the last that took effect."""
        return self.effective().order_by("-id").first()


class Agreement(models.Model):
    """What the parties agreed (人民调解法 第29条). A draft until it takes effect: then `effective_on` says since when.

    A written agreement takes effect when every party has signed, an oral one the day it is reached (第30条).
    """

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="agreements", verbose_name=_("纠纷"))
    form = models.CharField(_("形式"), max_length=10, choices=AgreementForm)
    facts = models.TextField(_("主要事实"), max_length=4000, blank=True, default="", db_default="")
    disputed = models.TextField(_("争议事项"), max_length=2000, blank=True, default="", db_default="")
    responsibilities = models.TextField(_("各方责任"), max_length=2000, blank=True, default="", db_default="")
    content = models.TextField(_("协议内容"), max_length=4000)
    term = models.TextField(_("履行方式和期限"), max_length=2000, blank=True, default="", db_default="")
    copies = models.PositiveSmallIntegerField(_("份数"), null=True, blank=True)
    effective_on = models.DateField(_("生效日期"), null=True, blank=True)
    amount_cents = models.BigIntegerField(_("金额（分）"), null=True, blank=True)
    version = models.PositiveIntegerField(_("版本"), default=1, db_default=1)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("调解协议")
        verbose_name_plural = _("调解协议")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="agreement_amount_not_negative",
                condition=Q(amount_cents__isnull=True) | Q(amount_cents__gte=0),
                violation_error_message=_("金额不能为负数。"),
            ),
            models.UniqueConstraint(
                fields=["dispute"],
                condition=Q(effective_on__isnull=True),
                name="agreement_one_draft",
                violation_error_message=_("这件纠纷已经有一份正在起草的协议，请在那一份上修改。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_form_display()} {self.effective_on or ''}".strip()

    @property
    def is_draft(self) -> bool:
        return self.effective_on is None

    @property
    def last_day_to_confirm(self) -> date | None:
        """The last day on which the court takes a joint application (第33条)."""
        return self.effective_on and self.effective_on + CONFIRMATION_WINDOW

    @cached_property
    def open_obligations(self) -> list["Obligation"]:
        return list(self.obligations.open().select_related("obliged"))


class AgreementParty(models.Model):
    """A party to an agreement: what it gets or gives, and when it signed."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties", verbose_name=_("协议"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="agreements", verbose_name=_("当事人"))
    amount_cents = models.BigIntegerField(_("金额（分）"), null=True, blank=True)
    obligation = models.CharField(_("义务"), max_length=500, blank=True, default="", db_default="")
    signed_on = models.DateField(_("签名日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("协议当事人")
        verbose_name_plural = _("协议当事人")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "party"],
                name="agreement_party_once",
                violation_error_message=_("同一当事人在协议上只列一次。"),
            ),
            models.CheckConstraint(
                name="agreement_share_not_negative",
                condition=Q(amount_cents__isnull=True) | Q(amount_cents__gte=0),
                violation_error_message=_("金额不能为负数。"),
            ),
        ]

    def __str__(self):
        return str(self.party)


class ObligationQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "agreement__dispute__case__area_code"

    def open(self):
        """Neither performed nor released."""
        return self.filter(performed_on__isnull=True, released_on__isnull=True)

    def performed(self):
        return self.filter(performed_on__isnull=False)


class Obligation(models.Model):
    """One line of the performance schedule (人民调解法 第31条): who owes what to whom by when, and whether it came.

    It ends performed, or released: given up by whoever it is owed to, or carried on by enforcement or suit.
    """

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="obligations", verbose_name=_("协议")
    )
    obliged = models.ForeignKey(Party, models.PROTECT, related_name="duties", verbose_name=_("义务人"))
    entitled = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("权利人")
    )
    what = models.CharField(_("履行内容"), max_length=200)
    amount_cents = models.BigIntegerField(_("金额（分）"), null=True, blank=True)
    due_on = models.DateField(_("履行期限"))
    performed_on = models.DateField(_("履行日期"), null=True, blank=True)
    receipt_note = models.CharField(_("凭证说明"), max_length=200, blank=True, default="")
    receipt = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("凭证照片")
    )
    released_on = models.DateField(_("不再履行日期"), null=True, blank=True)
    release_note = models.CharField(_("不再履行原因"), max_length=200, blank=True, default="")

    objects = ObligationQuerySet.as_manager()

    class Meta:
        verbose_name = _("履行事项")
        verbose_name_plural = _("履行事项")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["due_on"],
                name="obligation_due",
                condition=Q(performed_on__isnull=True, released_on__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="obligation_amount_not_negative",
                condition=Q(amount_cents__isnull=True) | Q(amount_cents__gte=0),
                violation_error_message=_("金额不能为负数。"),
            ),
            models.CheckConstraint(
                name="obligation_ends_once",
                condition=Q(performed_on__isnull=True) | Q(released_on__isnull=True),
                violation_error_message=_("同一事项不能既已履行又不再履行。"),
            ),
            models.CheckConstraint(
                name="obligation_release_has_reason",
                condition=Q(released_on__isnull=True) | ~Q(release_note=""),
                violation_error_message=_("不再履行要写明原因。"),
            ),
            models.CheckConstraint(
                name="obligation_between_two",
                condition=Q(entitled__isnull=True) | ~Q(entitled=models.F("obliged")),
                violation_error_message=_("义务人和权利人不能是同一人。"),
            ),
        ]

    def __str__(self):
        return self.what

    @property
    def is_open(self) -> bool:
        return self.performed_on is None and self.released_on is None

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due_on < today()
