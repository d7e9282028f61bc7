from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from property.enums.programmes import REASON_LENGTH, ProgrammeKind, ProgrammeRight
from property.models.items import ProgrammeItem


class ProgrammeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = ProgrammeRight.VIEW

    def for_user(self, user):
        """Those of the user's areas, and those of a superior in which an office of theirs has a task."""
        if not user.is_authenticated:
            return self.none()
        in_sight = super().for_user(user).order_by().values("pk")
        tasks = ProgrammeItem.objects.for_user(user).filter(category__programme=OuterRef("pk"))
        return self.filter(Q(pk__in=in_sight) | Exists(tasks))

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class Programme(AreaBound):
    """Work promised as "N classes, M tasks": what an area has undertaken for a period."""

    kind = models.CharField(_("种类"), max_length=20, choices=ProgrammeKind)
    name = models.CharField(_("专项名称"), max_length=80)
    begins_on = models.DateField(_("开始日期"), default=today)
    ends_on = models.DateField(_("截止日期"))
    preset = models.SlugField(_("所用模板"), max_length=40, blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True, editable=False)
    closing_note = models.CharField(_("办结说明"), max_length=REASON_LENGTH, blank=True, editable=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("专项任务")
        verbose_name_plural = _("专项任务")
        indexes = [models.Index(fields=["area_code", "ends_on"], name="programme_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="programme_once",
                violation_error_message=_("这个区划已有同名的专项任务，请换一个名称。"),
            ),
            models.CheckConstraint(
                name="programme_ends",
                condition=Q(ends_on__gt=F("begins_on")),
                violation_error_message=_("截止日期须晚于开始日期。"),
            ),
        ]

    def __str__(self):
        return self.name


class ProgrammeCategory(models.Model):
    """One class of tasks of a programme."""

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="categories", verbose_name=_("专项任务")
    )
    name = models.CharField(_("类别名称"), max_length=60)
    position = models.PositiveSmallIntegerField(_("次序"), default=1)

    class Meta:
        verbose_name = _("任务类别")
        verbose_name_plural = _("任务类别")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "name"],
                name="programme_category_once",
                violation_error_message=_("这个专项里已有同名类别。"),
            )
        ]

    def __str__(self):
        return self.name


class ProgrammePreset(models.Model):
    """A programme to begin from: classes and tasks as a pattern that the office edits after opening."""

    key = models.SlugField(_("键"), max_length=40, primary_key=True)
    name = models.CharField(_("名称"), max_length=80)
    kind = models.CharField(_("种类"), max_length=20, choices=ProgrammeKind)
    categories = models.JSONField(_("类别和任务"), default=list)

    class Meta:
        verbose_name = _("专项任务模板")
        verbose_name_plural = _("专项任务模板")
        ordering = ["key"]

    def __str__(self):
        return self.name
