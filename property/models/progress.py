from datetime import date

import pgtrigger
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.files.models import Attachment
from governance.kernel.days import today
from governance.people.models import User
from property.enums.programmes import REASON_LENGTH, TEXT_LENGTH, WHOLE, CheckResult

# What a line says; only its check is added later.
_WRITTEN = (
    "item_id",
    "day",
    "percent",
    "previous_percent",
    "text",
    "back_reason",
    "written_by_id",
    "written_on",
)


class ItemProgressQuerySet(models.QuerySet):
    def standing(self, day: date):
        """Lines written by a day and not sent back by then, the one in force first."""
        sent_back = Q(result=CheckResult.SENT_BACK, checked_on__lte=day)
        return self.filter(~sent_back, written_on__lte=day).order_by("-day", "-pk")


class ItemProgress(models.Model):
    """How far a task was on a day, as its office wrote it. A line is never changed: a new one corrects it."""

    item = models.ForeignKey(
        "property.ProgrammeItem", models.PROTECT, related_name="progress", verbose_name=_("任务")
    )
    day = models.DateField(_("进展日期"), default=today)
    percent = models.PositiveSmallIntegerField(_("完成比例（%）"), validators=[MaxValueValidator(WHOLE)])
    previous_percent = models.PositiveSmallIntegerField(_("上次比例（%）"), default=0, editable=False)
    text = models.TextField(_("进展情况"), max_length=TEXT_LENGTH)
    back_reason = models.CharField(_("比例下调理由"), max_length=REASON_LENGTH, blank=True)
    evidence = models.ManyToManyField(Attachment, related_name="+", blank=True, verbose_name=_("佐证照片"))
    written_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("填报人"), editable=False
    )
    written_on = models.DateField(_("填报日期"), default=today, editable=False)
    result = models.CharField(
        _("核验结果"),
        max_length=10,
        choices=[pair for pair in CheckResult.choices if pair[0]],
        blank=True,
        default=CheckResult.PENDING,
        editable=False,
    )
    checked_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("核验人"),
        editable=False,
    )
    checked_on = models.DateField(_("核验日期"), null=True, blank=True, editable=False)
    check_note = models.CharField(_("核验意见"), max_length=REASON_LENGTH, blank=True, editable=False)

    objects = ItemProgressQuerySet.as_manager()

    class Meta:
        verbose_name = _("任务进展")
        verbose_name_plural = _("任务进展")
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="item_progress_is_percent",
                condition=Q(percent__lte=WHOLE),
                violation_error_message=_("完成比例在 0 到 100 之间。"),
            ),
            models.CheckConstraint(
                name="item_progress_back_has_reason",
                condition=Q(percent__gte=F("previous_percent")) | ~Q(back_reason=""),
                violation_error_message=_("完成比例比上次低，请写明下调理由。"),
            ),
            models.CheckConstraint(
                name="item_progress_not_ahead",
                condition=Q(day__lte=F("written_on")),
                violation_error_message=_("进展日期不能晚于今天。"),
            ),
            models.CheckConstraint(
                name="item_progress_checked_whole",
                condition=Q(result="", checked_on__isnull=True, checked_by__isnull=True)
                | ~Q(result="") & Q(checked_on__isnull=False),
                violation_error_message=_("核验要有结果和日期。"),
            ),
            models.CheckConstraint(
                name="item_progress_checked_by_another",
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("written_by")),
                violation_error_message=_("自己填报的进展要由别人核验。"),
            ),
            models.CheckConstraint(
                name="item_progress_sent_back_has_reason",
                condition=~Q(result=CheckResult.SENT_BACK) | ~Q(check_note=""),
                violation_error_message=_("退回要写明理由。"),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="written_once", operation=pgtrigger.UpdateOf(*_WRITTEN) | pgtrigger.Delete)
        ]

    def __str__(self):
        return f"{self.item} {self.day} {self.percent}%"

    @property
    def is_pending(self) -> bool:
        return self.result == CheckResult.PENDING

    def stands_on(self, day: date) -> bool:
        """The same as `standing` says of the rows."""
        sent_back = self.result == CheckResult.SENT_BACK and self.checked_on <= day
        return self.written_on <= day and not sent_back

    def is_accepted_on(self, day: date) -> bool:
        return self.result == CheckResult.ACCEPTED and self.checked_on <= day
