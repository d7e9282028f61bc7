from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.enums.desk import MOST_HOMES, PLACE_LENGTH, REASON_LENGTH, DeskStep
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import Post


class DeskSessionQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"

    def for_list(self):
        counts = {
            "booked": models.Count("appointments", distinct=True),
            "served": models.Count(
                "appointments", filter=Q(appointments__printed_at__isnull=False), distinct=True
            ),
            "sent_back": models.Count(
                "appointments", filter=Q(appointments__sent_back_at__isnull=False), distinct=True
            ),
        }
        names = {"project_name": models.F("project__name"), "area_code": models.F("project__area_code")}
        return self.annotate(**names, **counts)


class DeskSession(models.Model):
    """One day on which the registry's desk stands in a compound of the backlog."""

    project = models.ForeignKey(
        "deeds.DeedProject", models.PROTECT, related_name="desk_sessions", verbose_name=_("办证项目")
    )
    day = models.DateField(_("日期"))
    place = models.CharField(_("地点"), max_length=PLACE_LENGTH)
    quota = models.PositiveSmallIntegerField(
        _("可约套数"), validators=[MinValueValidator(1), MaxValueValidator(MOST_HOMES)]
    )
    posts = models.ManyToManyField(Post, related_name="+", blank=True, verbose_name=_("到场岗位"))

    objects = DeskSessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("移动办公桌")
        verbose_name_plural = _("移动办公桌")
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "day", "place"],
                name="desk_session_once",
                violation_error_message=_("这个项目当天在这个地点已有一场，请直接在那一场上预约。"),
            )
        ]

    def __str__(self):
        return f"{self.project} {self.day:%Y-%m-%d}"


class DeskAppointment(models.Model):
    """A home that comes to a session. `printed_at` closes it well, `sent_back_at` with a reason."""

    session = models.ForeignKey(
        DeskSession, models.PROTECT, related_name="appointments", verbose_name=_("场次")
    )
    home = models.ForeignKey("deeds.Home", models.PROTECT, related_name="+", verbose_name=_("住房"))
    slot = models.TimeField(_("预约时间"))
    printed_at = models.DateTimeField(_("打证时间"), null=True, editable=False)
    sent_back_at = models.DateTimeField(_("退回时间"), null=True, editable=False)
    sent_back_reason = models.CharField(_("退回原因"), max_length=REASON_LENGTH, blank=True)

    class Meta:
        verbose_name = _("办证预约")
        verbose_name_plural = _("办证预约")
        ordering = ["slot", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "home"],
                name="desk_home_once",
                violation_error_message=_("这套房在这一场已经预约过。"),
            ),
            models.CheckConstraint(
                name="desk_sent_back_has_reason",
                condition=Q(sent_back_at__isnull=True, sent_back_reason="")
                | Q(sent_back_at__isnull=False) & ~Q(sent_back_reason=""),
                violation_error_message=_("退回要写明原因。"),
            ),
            models.CheckConstraint(
                name="desk_printed_or_sent_back",
                condition=Q(printed_at__isnull=True) | Q(sent_back_at__isnull=True),
                violation_error_message=_("已打证的不能退回。"),
            ),
        ]

    def __str__(self):
        return f"{self.slot:%H:%M} {self.home}"

    @property
    def area_code(self) -> str:
        return self.session.project.area_code


class DeskStamp(models.Model):
    """A step that was done, by the device's clock. The first one written for a step is the one that counts."""

    appointment = models.ForeignKey(
        DeskAppointment, models.PROTECT, related_name="stamps", verbose_name=_("预约")
    )
    step = models.CharField(_("步骤"), max_length=10, choices=DeskStep)
    at = models.DateTimeField(_("时间"))
    seconds = models.PositiveIntegerField(_("用时（秒）"), null=True, blank=True)
    client_uuid = models.UUIDField(_("提交编号"), unique=True)

    class Meta:
        verbose_name = _("办证步骤")
        verbose_name_plural = _("办证步骤")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "step"],
                name="desk_step_once",
                violation_error_message=_("这一步已经登记过。"),
            )
        ]

    def __str__(self):
        return f"{self.appointment} {self.get_step_display()}"
