from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from disputes.enums.alike import Basis, LinkKind
from disputes.enums.rights import Right
from disputes.models.dispute import Dispute
from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User


class DisputeLink(models.Model):
    """What a person decided of two disputes that looked alike: one matter, the same again, or nothing to do with it.

    Who decided that two are not alike is not asked again.
    """

    first = models.ForeignKey(Dispute, models.CASCADE, related_name="+", verbose_name=_("纠纷一"))
    second = models.ForeignKey(Dispute, models.CASCADE, related_name="+", verbose_name=_("纠纷二"))
    kind = models.CharField(_("关系"), max_length=10, choices=LinkKind)
    reasons = ArrayField(models.CharField(max_length=60), verbose_name=_("为什么"), default=list)
    note = models.CharField(_("说明"), max_length=200, blank=True)
    linked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("判断人"))
    linked_at = models.DateTimeField(_("判断时间"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("相似纠纷")
        verbose_name_plural = _("相似纠纷")
        indexes = [models.Index(fields=["second"], name="dispute_link_second")]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="dispute_link_once",
                violation_error_message=_("这两件纠纷已经判断过。"),
            ),
            models.CheckConstraint(
                name="dispute_link_in_order",
                condition=Q(first__lt=F("second")),
                violation_error_message=_("一件纠纷不能和自己相似。"),
            ),
        ]

    def __str__(self):
        return f"{self.first_id} · {self.second_id} {self.get_kind_display()}"

    @property
    def area_code(self) -> str:
        return self.first.area_code


class SeriesRule(models.Model):
    """From how many disputes within how many days a series is suggested."""

    basis = models.CharField(_("共同点"), max_length=10, choices=Basis, primary_key=True)
    least = models.PositiveSmallIntegerField(_("至少几件"))
    days = models.PositiveSmallIntegerField(_("几天之内"))
    source = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("系列案建议规则")
        verbose_name_plural = _("系列案建议规则")
        constraints = [
            models.CheckConstraint(
                name="series_rule_needs_several",
                condition=Q(least__gte=2, days__gte=1),
                violation_error_message=_("至少两件、一天以上，才谈得上系列。"),
            )
        ]

    def __str__(self):
        return f"{self.get_basis_display()}：{self.days} 天 {self.least} 件"


class SeriesHintQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def waiting(self):
        """Those nobody has decided on."""
        return self.filter(dismissed_at__isnull=True)

    def for_list(self):
        """With what a list shows. A dispute restricted since it was found is no longer counted."""
        open_to_all = Q(disputes__case__is_restricted=False)
        return self.annotate(area_name=F("area__name"), count=Count("disputes", filter=open_to_all))


class SeriesHint(AreaBound):
    """Several disputes that may be one series, shown to the office that has them all. Only a suggestion.

    Firms and places are looked at, never people: nobody is put on a list for being complained of. Restricted
    disputes and those of a series are left out, and a hint goes when what it was made of has gone.
    """

    IS_DERIVED = True

    basis = models.CharField(_("共同点"), max_length=10, choices=Basis)
    key = models.CharField(_("识别"), max_length=120, editable=False)
    label = models.CharField(_("名称"), max_length=120)
    disputes = models.ManyToManyField(Dispute, related_name="series_hints", verbose_name=_("纠纷"))
    first_on = models.DateField(_("最早登记"))
    last_on = models.DateField(_("最近登记"))
    found_at = models.DateTimeField(_("发现时间"), db_default=Now(), editable=False)
    dismissed_at = models.DateTimeField(_("不立系列案"), null=True, editable=False)
    dismissed_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("判断人")
    )

    objects = SeriesHintQuerySet.as_manager()

    class Meta:
        verbose_name = _("系列案建议")
        verbose_name_plural = _("系列案建议")
        indexes = [models.Index(fields=["area_code", "-id"], name="series_hint_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "basis", "key"],
                name="series_hint_waits_once",
                condition=Q(dismissed_at__isnull=True),
                violation_error_message=_("这里已有同样的系列案建议。"),
            )
        ]

    def __str__(self):
        return f"{self.get_basis_display()} {self.label}"
