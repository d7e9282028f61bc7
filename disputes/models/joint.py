from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.models.dispute import Dispute
from governance.kernel.days import today
from governance.people.models import Post, User

TASK_LENGTH = 300
OPINION_LENGTH = 2000


class JointTask(models.Model):
    """What one organ at the table is to do by when, and what it says: its opinion stands under its own name."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="tasks", verbose_name=_("纠纷"))
    organ = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("联调单位"))
    task = models.CharField(_("任务"), max_length=TASK_LENGTH)
    due_on = models.DateField(_("完成期限"))
    opinion = models.TextField(_("意见"), max_length=OPINION_LENGTH, blank=True)
    opinion_on = models.DateField(_("意见日期"), null=True, blank=True)
    done_on = models.DateField(_("完成日期"), null=True, blank=True)
    set_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("交办人")
    )

    class Meta:
        verbose_name = _("联调任务")
        verbose_name_plural = _("联调任务")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dispute", "organ", "task"],
                name="joint_task_once",
                violation_error_message=_("这个单位已经有同样的任务。"),
            ),
            models.CheckConstraint(
                name="joint_opinion_has_day",
                condition=Q(opinion="", opinion_on__isnull=True)
                | (~Q(opinion="") & Q(opinion_on__isnull=False)),
                violation_error_message=_("有意见要有日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.organ}：{self.task}"

    @property
    def is_late(self) -> bool:
        return self.done_on is None and self.due_on < today()
