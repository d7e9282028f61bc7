"""The house of a centre: its rooms and windows, the units present in it, and who is planned where."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import Half, Presence, RoomKind
from disputes.models.centre import MediationCentre
from governance.kernel.days import today


class CentreRoom(models.Model):
    centre = models.ForeignKey(
        MediationCentre, models.PROTECT, related_name="rooms", verbose_name=_("综治中心")
    )
    name = models.CharField(_("名称"), max_length=40)
    kind = models.CharField(_("用途"), max_length=12, choices=RoomKind, default=RoomKind.MEDIATION)
    place = models.CharField(_("楼层、房号"), max_length=40, blank=True)
    closed_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("功能室")
        verbose_name_plural = _("功能室")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "name"],
                condition=Q(closed_on=None),
                name="centre_room_once",
                violation_error_message=_("这个中心已有同名的功能室。"),
            )
        ]

    def __str__(self):
        return self.name


class CentreWindow(models.Model):
    centre = models.ForeignKey(
        MediationCentre, models.PROTECT, related_name="windows", verbose_name=_("综治中心")
    )
    number = models.PositiveSmallIntegerField(_("窗口号"))
    purpose = models.CharField(_("办理事项"), max_length=40)
    closed_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("窗口")
        verbose_name_plural = _("窗口")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "number"],
                condition=Q(closed_on=None),
                name="centre_window_once",
                violation_error_message=_("这个中心已有同号的窗口，请换一个窗口号。"),
            )
        ]

    def __str__(self):
        return _("{number} 号窗口").format(number=self.number)


class CentreUnit(models.Model):
    """A unit present in a centre: an organisation and its desk, never a person."""

    centre = models.ForeignKey(
        MediationCentre, models.PROTECT, related_name="units", verbose_name=_("综治中心")
    )
    name = models.CharField(_("单位"), max_length=60)
    presence = models.CharField(_("入驻方式"), max_length=10, choices=Presence, default=Presence.RESIDENT)
    window = models.ForeignKey(
        CentreWindow, models.PROTECT, null=True, blank=True, related_name="units", verbose_name=_("窗口")
    )
    seat = models.CharField(_("岗位或工位"), max_length=40, blank=True)
    contact = models.CharField(_("办公电话"), max_length=20, blank=True)
    from_on = models.DateField(_("入驻日期"), default=today)
    until_on = models.DateField(_("撤出日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("入驻单位")
        verbose_name_plural = _("入驻单位")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "name"],
                condition=Q(until_on=None),
                name="centre_unit_once",
                violation_error_message=_("这个单位已经入驻，请先撤出再重新登记。"),
            ),
            models.CheckConstraint(
                name="centre_unit_leaves_after_coming",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message=_("撤出日期不能早于入驻日期。"),
            ),
        ]

    def __str__(self):
        return self.name


class RosterEntry(models.Model):
    """Which unit is planned at a window on half a day. A plan for visitors: nobody signs in against it."""

    window = models.ForeignKey(CentreWindow, models.CASCADE, related_name="roster", verbose_name=_("窗口"))
    day = models.DateField(_("日期"))
    half = models.CharField(_("上下午"), max_length=2, choices=Half)
    unit = models.ForeignKey(CentreUnit, models.CASCADE, related_name="roster", verbose_name=_("单位"))

    class Meta:
        verbose_name = _("窗口排班")
        verbose_name_plural = _("窗口排班")
        ordering = ["day", "half"]
        constraints = [
            models.UniqueConstraint(
                fields=["window", "day", "half"],
                name="roster_window_once",
                violation_error_message=_("这个窗口这半天已经排了单位。"),
            )
        ]

    def __str__(self):
        return f"{self.day} {self.get_half_display()} {self.window}"
