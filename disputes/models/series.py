import pgtrigger
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext_lazy as _

from disputes.enums.rights import Right
from disputes.enums.series import (
    AGREEMENT_LENGTH,
    REASON_LENGTH,
    SETTLED,
    UNDECIDED,
    HouseholdRole,
    HouseholdState,
)
from disputes.models.dispute import Dispute
from disputes.states import HOUSEHOLD_STEPS
from governance.areas.models import AreaBound
from governance.casework.models.sight import SightQuerySet
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged
from governance.kernel.masking import mask_address, mask_name, mask_phone
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField
from governance.people.models import User

_ADDRESS_SHOWN = 12


class SeriesQuerySet(SightQuerySet):
    VIEW_RIGHT = Right.VIEW
    CASE = "lead__case__"

    def open(self):
        return self.filter(closed_on__isnull=True)

    def for_list(self):
        """With the figures of a list: households, those settled, what is owed and what is paid."""
        return self.annotate(
            area_name=F("area__name"),
            lead_number=F("lead__case__number"),
            households=Count("members"),
            settled=Count("members", filter=Q(members__state__in=SETTLED)),
            due_cents=Coalesce(Sum("members__due_cents"), Value(0), output_field=models.BigIntegerField()),
            paid_cents=Coalesce(Sum("members__paid_cents"), Value(0), output_field=models.BigIntegerField()),
        )


class Series(AreaBound):
    """Disputes alike, settled after one lead case (示范案): 办一案、解一片.

    `version` counts the changes of its households; each household keeps the count it was last changed at, so that
    a press made on an older page is seen to be one.
    """

    title = models.CharField(_("名称"), max_length=100)
    lead = models.ForeignKey(Dispute, models.PROTECT, related_name="leads", verbose_name=_("示范案"))
    counterpart = models.CharField(_("对方当事人"), max_length=100, blank=True)
    household_role = models.CharField(
        _("各户的身份"), max_length=20, choices=HouseholdRole, default=HouseholdRole.APPLICANT
    )
    deadline = models.DateField(_("履行期限"), null=True, blank=True)
    agreement_text = models.TextField(_("协议模板"), max_length=AGREEMENT_LENGTH, blank=True)
    opened_on = models.DateField(_("立项日期"), default=today)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    version = models.PositiveIntegerField(_("版本"), default=1, editable=False)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("系列案")
        verbose_name_plural = _("系列案")
        indexes = [models.Index(fields=["area_code", "opened_on"], name="series_area")]

    def __str__(self):
        return self.title


class SeriesMemberQuerySet(SightQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "series__area_code"
    CASE = "series__lead__case__"

    def with_dispute_number(self, user):
        """With the number of the household's own dispute, where the person may see that."""
        seen = Dispute.objects.for_user(user).filter(pk=OuterRef("dispute"))
        return self.annotate(dispute_number=Subquery(seen.values("case__number")))

    def undecided(self):
        """Those without an end, and without a dispute of their own."""
        return self.filter(state__in=UNDECIDED, dispute__isnull=True)


class SeriesMember(Sealed, Staged):
    """One household of a series. It has a dispute of its own only when it needs one.

    The name is masked on screens and the phone sealed, as a party's are.
    """

    SEALED = {"phone": mask_phone}
    STEPS = HOUSEHOLD_STEPS

    series = models.ForeignKey(Series, models.CASCADE, related_name="members", verbose_name=_("系列案"))
    household = models.CharField(_("户"), max_length=80)
    name = models.CharField(_("姓名"), max_length=40, blank=True)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    phone_index = BlindIndexField()
    address = models.CharField(_("地址"), max_length=120, blank=True)
    note = models.CharField(_("备注"), max_length=200, blank=True)
    dispute = models.OneToOneField(
        Dispute, models.PROTECT, null=True, blank=True, related_name="membership", verbose_name=_("纠纷")
    )
    state = models.CharField(_("情况"), max_length=10, choices=HouseholdState, default=HouseholdState.LISTED)
    due_cents = models.BigIntegerField(_("应付金额（分）"), null=True, blank=True)
    paid_cents = models.BigIntegerField(_("已付金额（分）"), default=0)
    changed_on = models.DateField(_("更新日期"), default=today)
    version = models.PositiveIntegerField(_("版本"), default=1, editable=False)

    objects = SeriesMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("系列案户")
        verbose_name_plural = _("系列案户")
        ordering = ["id"]
        indexes = [models.Index(fields=["series", "state"], name="series_member_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "household"],
                name="series_household_once",
                violation_error_message=_("同一户在系列案里只列一次。"),
            ),
            models.CheckConstraint(
                name="series_amounts_not_negative",
                condition=(Q(due_cents__isnull=True) | Q(due_cents__gte=0)) & Q(paid_cents__gte=0),
                violation_error_message=_("金额不能为负数。"),
            ),
            models.CheckConstraint(
                name="series_member_state_known",
                condition=Q(state__in=HouseholdState.values),
                violation_error_message=_("不认识这种情况，请从列表中选择。"),
            ),
        ]

    def __str__(self):
        return self.household

    @property
    def area_code(self) -> str:
        return self.series.area_code

    @property
    def shown_name(self) -> str:
        return mask_name(self.name)

    @property
    def shown_address(self) -> str:
        return mask_address(self.address, _ADDRESS_SHOWN)


class SeriesStep(models.Model):
    """One press for many households, with its one reason. Written once, never changed; `undoes` takes one back."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="steps", verbose_name=_("系列案"))
    name = models.CharField(_("动作"), max_length=20)
    note = models.CharField(_("依据或理由"), max_length=REASON_LENGTH)
    count = models.PositiveIntegerField(_("户数"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    post_label = models.CharField(_("岗位"), max_length=120, blank=True)
    at = models.DateTimeField(_("时间"), db_default=Now(), editable=False)
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="undone_by", verbose_name=_("更正的步骤")
    )

    class Meta:
        verbose_name = _("系列案批量办理")
        verbose_name_plural = _("系列案批量办理")
        ordering = ["-id"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.name} {self.count}"


class SeriesMemberChange(models.Model):
    """What a step did to one household. Written once, never changed."""

    step = models.ForeignKey(SeriesStep, models.PROTECT, related_name="changes", verbose_name=_("批量办理"))
    member = models.ForeignKey(
        SeriesMember, models.PROTECT, related_name="changes", verbose_name=_("系列案户")
    )
    from_state = models.CharField(_("原情况"), max_length=10, choices=HouseholdState)
    to_state = models.CharField(_("新情况"), max_length=10, choices=HouseholdState)
    paid_before = models.BigIntegerField(_("原已付金额（分）"), default=0)
    paid_after = models.BigIntegerField(_("新已付金额（分）"), default=0)

    class Meta:
        verbose_name = _("系列案户变动")
        verbose_name_plural = _("系列案户变动")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["step", "member"],
                name="series_change_once",
                violation_error_message=_("一次批量办理里，同一户只记一次。"),
            )
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.from_state} → {self.to_state}"
