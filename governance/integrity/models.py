from datetime import date

from django.db import models
from django.db.models import F, Min, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.areas.models.tree import CODE_LENGTH
from governance.integrity.enums import Right
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User

CODE, KEY, LABEL, TARGET, ERROR = 40, 80, 160, 80, 200


class CheckRunQuerySet(models.QuerySet):
    def waiting(self):
        """Those asked for that nobody has carried out yet, the longest waiting first."""
        return self.filter(done_at__isnull=True).order_by("asked_at", "pk")

    def last_ended(self):
        """Of every check the last run that came to an end, well or not."""
        ended = self.filter(done_at__isnull=False)
        return ended.order_by("code", "-done_at", "-pk").distinct("code")

    def last_good(self):
        """Of every check the last run that counted."""
        return self.filter(error="").last_ended()

    def nights_before(self, day: date):
        """Of every check the last good run of a night before a day's: what the present count is compared with."""
        return self.filter(night__lt=day).last_good()


class CheckRun(models.Model):
    """One look through the data by one check: asked for by night or by somebody, carried out by a sweep."""

    code = models.CharField(_("检查项"), max_length=CODE, db_collation="C")
    night = models.DateField(_("哪一夜"), null=True, blank=True)
    asked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("由谁立即体检")
    )
    asked_at = models.DateTimeField(_("提出时间"), db_default=Now())
    done_at = models.DateTimeField(_("查完时间"), null=True, blank=True)
    seconds = models.FloatField(_("用时（秒）"), default=0)
    found = models.PositiveIntegerField(_("发现"), default=0)
    error = models.CharField(_("没有查成的原因"), max_length=ERROR, blank=True)

    objects = CheckRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("体检记录")
        verbose_name_plural = _("体检记录")
        indexes = [
            models.Index(fields=["code", "-done_at", "-id"], name="check_run_latest"),
            models.Index(fields=["asked_at"], name="check_run_age"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(done_at__isnull=True),
                name="check_run_waits_once",
                violation_error_message=_("这一项已经在排队。"),
            ),
            models.UniqueConstraint(
                fields=["code", "night"],
                name="check_run_once_a_night",
                violation_error_message=_("这一项今夜已经查过。"),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.night or self.asked_at}"


class TallyQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW


class CheckTally(models.Model):
    """How many a run found in a community, or in the area above it that they lie in. Counts all, not the examples."""

    run = models.ForeignKey(
        CheckRun, models.CASCADE, related_name="tallies", verbose_name=_("体检记录"), db_index=False
    )
    area_code = models.CharField(_("区划代码"), max_length=CODE_LENGTH, db_collation="C")
    found = models.PositiveIntegerField(_("发现"))

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("体检结果")
        verbose_name_plural = _("体检结果")
        constraints = [
            models.UniqueConstraint(
                fields=["run", "area_code"],
                name="check_tally_once",
                violation_error_message=_("这里的结果已经记过。"),
            )
        ]

    def __str__(self):
        return f"{self.area_code} {self.found}"


class FindingQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def open(self):
        """What is still wrong."""
        return self.filter(cleared_at__isnull=True)

    def oldest(self):
        """Since when each check has found something that is still wrong, by its code."""
        rows = self.open().order_by().values("code").annotate(since=Min("first_seen_at"))
        return dict(rows.values_list("code", "since"))

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class Finding(AreaBound):
    """A thing a check found wrong: known by its key, so that it has an age, and goes when it is mended.

    The label is a number or the name of a place; nothing personal is written here.
    """

    code = models.CharField(_("检查项"), max_length=CODE, db_collation="C")
    key = models.CharField(_("对象"), max_length=KEY, db_collation="C")
    label = models.CharField(_("名称或编号"), max_length=LABEL)
    target = models.CharField(_("页面参数"), max_length=TARGET, blank=True)
    first_seen_at = models.DateTimeField(_("首次发现"))
    last_seen_at = models.DateTimeField(_("最近一次发现"))
    cleared_at = models.DateTimeField(_("消除时间"), null=True, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("体检发现")
        verbose_name_plural = _("体检发现")
        indexes = [
            models.Index(fields=["area_code", "code"], name="finding_area"),
            models.Index(fields=["code", "first_seen_at", "id"], name="finding_check"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "key"], name="finding_once", violation_error_message=_("这一处已经记过。")
            )
        ]

    def __str__(self):
        return f"{self.code} {self.label}"
