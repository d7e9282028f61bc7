from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.files.models import Attachment
from governance.people.models import User
from grids.enums.events import MeasureUnit, ParticipantRole
from grids.models.events import Event


class JointVerification(models.Model):
    """联合核实: several units look at the matter together on the spot; what was measured, and the minutes."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="verifications", verbose_name=_("事件"))
    held_at = models.DateTimeField(_("核实时间"), default=timezone.now)
    place = models.CharField(_("地点"), max_length=100)
    measured_value = models.DecimalField(
        _("实测数值"), max_digits=12, decimal_places=3, null=True, blank=True
    )
    measured_unit = models.CharField(_("单位"), max_length=10, choices=MeasureUnit, blank=True)
    minutes = models.TextField(_("核实情况"), max_length=4000)
    photos = models.ManyToManyField(
        Attachment, related_name="verifications", blank=True, verbose_name=_("照片")
    )
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("记录人"))

    class Meta:
        verbose_name = _("联合核实")
        verbose_name_plural = _("联合核实")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="verification_value_has_unit",
                condition=Q(measured_value__isnull=True, measured_unit="")
                | (Q(measured_value__isnull=False) & ~Q(measured_unit="")),
                violation_error_message=_("实测数值和单位要一起填写。"),
            ),
            models.CheckConstraint(
                name="verification_value_not_negative",
                condition=Q(measured_value__isnull=True) | Q(measured_value__gte=0),
                violation_error_message=_("实测数值不能为负数。"),
            ),
        ]

    def __str__(self):
        return f"{timezone.localtime(self.held_at):%Y-%m-%d} {self.place}"

    @property
    def shown_value(self) -> str:
        """What was measured without the zeros of its column: 1.6, not 1.600."""
        return f"{self.measured_value.normalize():f}" if self.measured_value is not None else ""


class VerificationParticipant(models.Model):
    """A unit that was there, and who came for it."""

    verification = models.ForeignKey(
        JointVerification, models.CASCADE, related_name="participants", verbose_name=_("联合核实")
    )
    unit = models.CharField(_("单位"), max_length=60)
    name = models.CharField(_("参加人"), max_length=40, blank=True)
    role = models.CharField(
        _("身份"), max_length=10, choices=ParticipantRole, default=ParticipantRole.WITNESS
    )
    has_signed = models.BooleanField(_("已签字"), default=False)
    signature = models.ForeignKey(
        Attachment, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("签字图片")
    )

    class Meta:
        verbose_name = _("核实参加人")
        verbose_name_plural = _("核实参加人")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["verification", "unit", "name"],
                name="verification_participant_once",
                violation_error_message=_("同一单位的同一人只列一次。"),
            )
        ]

    def __str__(self):
        return f"{self.unit} {self.name}".strip()
