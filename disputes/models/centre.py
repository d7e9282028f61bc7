from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import Channel, Disposal
from disputes.enums.rights import Right
from governance.areas.models import AreaBound, AreaLevel
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User


class CentreQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def open(self):
        return self.filter(closed_on__isnull=True)


class MediationCentre(AreaBound):
    """A 综治中心 of any level."""

    name = models.CharField(_("名称"), max_length=80)
    level = models.ForeignKey(AreaLevel, models.PROTECT, related_name="+", verbose_name=_("层级"))
    address = models.CharField(_("地址"), max_length=200, blank=True)
    phone = models.CharField(_("对外电话"), max_length=20, blank=True, db_default="")
    hours = models.CharField(_("开放时间"), max_length=60, blank=True, db_default="")
    is_model = models.BooleanField(_("示范中心"), default=False)
    opened_on = models.DateField(_("启用日期"))
    closed_on = models.DateField(_("停用日期"), null=True, blank=True)

    objects = CentreQuerySet.as_manager()

    class Meta:
        verbose_name = _("综治中心")
        verbose_name_plural = _("综治中心")
        indexes = [models.Index(fields=["area_code", "opened_on"], name="centre_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="centre_name_once",
                violation_error_message=_("这里已有同名的综治中心。"),
            )
        ]

    def __str__(self):
        return self.name


class ReceptionQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(centre_name=F("centre__name"))


class Reception(AreaBound):
    """One visit of a person (or group) to a centre; it may bring no matter, one or several."""

    centre = models.ForeignKey(
        MediationCentre, models.PROTECT, related_name="receptions", verbose_name=_("中心")
    )
    received_at = models.DateTimeField(_("接待时间"))
    received_on = models.DateField(_("接待日期"))
    channel = models.CharField(_("方式"), max_length=10, choices=Channel, default=Channel.WINDOW)
    visitor_masked = models.CharField(_("来访人"), max_length=40, blank=True)
    people_count = models.PositiveIntegerField(_("人数"), default=1)
    representatives = models.CharField(_("代表"), max_length=60, blank=True, db_default="")
    ticket = models.OneToOneField(
        "disputes.QueueTicket",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reception",
        verbose_name=_("排队号"),
    )
    received_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("接待人")
    )

    objects = ReceptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("接待")
        verbose_name_plural = _("接待")
        indexes = [models.Index(fields=["area_code", "received_on"], name="reception_area")]

    def __str__(self):
        return f"{self.centre} {self.received_on}"


class MatterQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(centre_name=F("reception__centre__name"), disputes_count=Count("disputes"))


class Matter(AreaBound):
    """One thing a visitor raised. It may become a dispute, several, or none (an answer at the window)."""

    reception = models.ForeignKey(Reception, models.PROTECT, related_name="matters", verbose_name=_("接待"))
    title = models.CharField(_("事项"), max_length=100)
    received_on = models.DateField(_("接待日期"))
    disposal = models.CharField(
        _("处理方式"), max_length=10, choices=Disposal, default=Disposal.PENDING, db_default=Disposal.PENDING
    )
    answer = models.CharField(_("答复"), max_length=500, blank=True)
    handed_to = models.CharField(_("转往单位"), max_length=60, blank=True, db_default="")
    external_number = models.CharField(_("对方编号"), max_length=60, blank=True, db_default="")
    result = models.CharField(_("办理结果"), max_length=500, blank=True, db_default="")
    result_on = models.DateField(_("结果日期"), null=True, blank=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = _("事项")
        verbose_name_plural = _("事项")
        indexes = [models.Index(fields=["area_code", "received_on"], name="matter_area")]
        constraints = [
            models.CheckConstraint(
                name="matter_handed_on_says_where",
                condition=~Q(disposal=Disposal.DEPARTMENT) | ~Q(handed_to=""),
                violation_error_message=_("转部门要写明转给哪个单位。"),
            ),
            models.CheckConstraint(
                name="matter_answered_has_answer",
                condition=~Q(disposal=Disposal.ANSWERED) | ~Q(answer=""),
                violation_error_message=_("当场答复要写明答复内容。"),
            ),
            models.CheckConstraint(
                name="matter_result_has_day",
                condition=Q(result="") | Q(result_on__isnull=False),
                violation_error_message=_("办理结果要有日期。"),
            ),
        ]

    def __str__(self):
        return self.title
