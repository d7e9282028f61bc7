from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import month_start, next_month_start, today
from governance.kernel.masking import mask_phone
from governance.kernel.scope import ScopedQuerySet, codes_above
from governance.kernel.sealing import Sealed, SealedField
from grids.enums.advisers import LONGEST_WORK, AdviserWork
from grids.enums.rights import Right

SEEN_BY_RESIDENTS = ("on", "from_time", "to_time", "place", "area_name", "adviser_name", "firm")


class AdviserQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self, as_of: date):
        """With the number of communities each looks after on a day."""
        serving = Q(assignments__valid__contains=as_of)
        return self.annotate(area_name=F("area__name"), communities=Count("assignments", serving))


class Adviser(AreaBound, Sealed):
    """A lawyer who serves communities (一社区一法律顾问). Name, firm and licence are published; the number is not."""

    SEALED = {"phone": mask_phone}

    name = models.CharField(_("姓名"), max_length=40)
    firm = models.CharField(_("律师事务所"), max_length=80)
    licence_no = models.CharField(_("执业证号"), max_length=30)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)

    objects = AdviserQuerySet.as_manager()

    class Meta:
        verbose_name = _("法律顾问")
        verbose_name_plural = _("法律顾问")
        indexes = [models.Index(fields=["area_code", "id"], name="grids_adviser_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "licence_no"],
                name="grids_adviser_once",
                violation_error_message=_("这个执业证号已经登记过。"),
            )
        ]

    def __str__(self):
        return f"{self.name}（{self.firm}）"


class AdviserAssignmentQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day: date):
        return self.filter(valid__contains=day)


class AdviserAssignment(AreaBound):
    """An adviser serves a community for a time; one adviser a community."""

    adviser = models.ForeignKey(
        Adviser, models.PROTECT, related_name="assignments", verbose_name=_("法律顾问")
    )
    valid = DateRangeField(_("聘期"))

    objects = AdviserAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("法律顾问聘任")
        verbose_name_plural = _("法律顾问聘任")
        indexes = [models.Index(fields=["area_code", "id"], name="grids_advising_area")]
        constraints = [
            ExclusionConstraint(
                name="grids_adviser_one_a_community",
                expressions=[("area", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                violation_error_message=_("这个社区在此期间已有法律顾问，请先结束原聘任。"),
            ),
            models.CheckConstraint(
                name="grids_advising_begins_and_lasts",
                condition=Q(valid__isempty=False) & Q(valid__startswith__isnull=False),
                violation_error_message=_("聘任要有开始日期，且结束日期晚于开始日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.area} {self.adviser}"


class AdviserDutyQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"), adviser_name=F("adviser__name"), firm=F("adviser__firm")
        )

    def in_month(self, day: date):
        return self.filter(on__gte=month_start(day), on__lt=next_month_start(day))

    def for_residents(self, area_code: str, day: date):
        """The roster that anybody may read: what is still to come in the community a place lies in."""
        coming = self.filter(
            area_code__in=codes_above(area_code), on__gte=day, on__lt=next_month_start(next_month_start(day))
        )
        return coming.for_list().order_by("on", "from_time").values(*SEEN_BY_RESIDENTS)


class AdviserDuty(AreaBound):
    """When and where the adviser is there for the residents of a community."""

    adviser = models.ForeignKey(Adviser, models.PROTECT, related_name="duties", verbose_name=_("法律顾问"))
    on = models.DateField(_("值班日期"))
    from_time = models.TimeField(_("开始时间"))
    to_time = models.TimeField(_("结束时间"))
    place = models.CharField(_("地点"), max_length=80)

    objects = AdviserDutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("法律顾问值班")
        verbose_name_plural = _("法律顾问值班")
        indexes = [models.Index(fields=["area_code", "on"], name="grids_adviser_duty_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "adviser", "on", "from_time"],
                name="grids_adviser_duty_once",
                violation_error_message=_("这个时间已经排了班。"),
            ),
            models.CheckConstraint(
                name="grids_adviser_duty_lasts",
                condition=Q(to_time__gt=F("from_time")),
                violation_error_message=_("结束时间要晚于开始时间。"),
            ),
        ]

    def __str__(self):
        return f"{self.on} {self.place}"


class AdviserRecordQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"), adviser_name=F("adviser__name"))


class AdviserRecord(AreaBound):
    """One piece of work of an adviser: what about and how long, never for whom."""

    adviser = models.ForeignKey(Adviser, models.PROTECT, related_name="records", verbose_name=_("法律顾问"))
    kind = models.CharField(_("工作"), max_length=20, choices=AdviserWork)
    on = models.DateField(_("日期"), default=today)
    minutes = models.PositiveSmallIntegerField(
        _("时长（分钟）"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST_WORK)]
    )
    topic = models.CharField(_("事由"), max_length=200, help_text=_("写事不写人，不写姓名、电话"))

    objects = AdviserRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("法律顾问工作记录")
        verbose_name_plural = _("法律顾问工作记录")
        indexes = [models.Index(fields=["area_code", "on"], name="grids_adviser_record_area")]
        constraints = [
            models.CheckConstraint(
                name="grids_adviser_record_lasts",
                condition=Q(minutes__gte=1, minutes__lte=LONGEST_WORK),
                violation_error_message=_("时长应在 1 分钟到 24 小时之间。"),
            )
        ]

    def __str__(self):
        return f"{self.on} {self.get_kind_display()}"
