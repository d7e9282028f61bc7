from django.db import models
from django.utils.translation import gettext_lazy as _

from deeds.enums import PLAN_LENGTH
from deeds.models.backlog import DeedProject


class ProjectPlan(models.Model):
    """一项目一策: who answers for a project, who works on it, what is to be done, and what the public is told.

    The leader is an office (a post's name), so that a change of person changes no plan.
    """

    project = models.OneToOneField(DeedProject, models.PROTECT, related_name="plan", verbose_name=_("项目"))
    leader = models.CharField(
        _("包抓领导（职务）"), max_length=60, help_text=_("如：西夏区政府副区长；写职务，不写姓名")
    )
    team = models.TextField(_("专班"), max_length=500, help_text=_("牵头和配合的单位，每行一个"))
    text = models.TextField(_("工作方案"), max_length=PLAN_LENGTH)
    public_line = models.CharField(
        _("对外答复口径"), max_length=300, help_text=_("一句话，住户来问时照此答复")
    )
    approval_no = models.CharField(_("批准文号"), max_length=60, blank=True)
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("一项目一策")
        verbose_name_plural = _("一项目一策")
        constraints = [
            models.CheckConstraint(
                name="project_plan_approved_whole",
                condition=models.Q(approval_no="", approved_on__isnull=True)
                | ~models.Q(approval_no="") & models.Q(approved_on__isnull=False),
                violation_error_message=_("批准文号和批准日期要一起填写。"),
            )
        ]

    def __str__(self):
        return f"{self.project}一项目一策"

    def missing(self) -> list[str]:
        """What a plan lacks to be approved."""
        return [] if self.approval_no else [_("一项目一策的批准文号和日期")]
