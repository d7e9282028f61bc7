from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import CycleKind
from governance.people.models import User


class CycleRun(models.Model):
    """One making of cycles: what was due when, how many came into being, what stood in the way.

    A failure that repeats is one row with its tries.
    """

    kind = models.CharField(_("种类"), max_length=10, choices=CycleKind)
    due_on = models.DateField(_("应开日期"))
    first_at = models.DateTimeField(_("生成时间"), auto_now_add=True)
    last_at = models.DateTimeField(_("最近一次"), auto_now=True)
    made = models.PositiveIntegerField(_("生成期数"), default=0)
    tries = models.PositiveIntegerField(_("试过次数"), default=1)
    error = models.CharField(_("没有生成的原因"), max_length=300, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("由谁立即生成")
    )

    class Meta:
        verbose_name = _("调度生成记录")
        verbose_name_plural = _("调度生成记录")
        indexes = [models.Index(fields=["-first_at", "-id"], name="cycle_run_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "due_on", "error"],
                condition=~models.Q(error=""),
                name="cycle_run_error_once",
                violation_error_message=_("这个原因已经记过。"),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.due_on}"
