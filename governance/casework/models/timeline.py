import pgtrigger
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import NOTE_LENGTH
from governance.casework.models.case import Case
from governance.kernel.sealing import Sealed, SealedField
from governance.people.models import User


class CaseAction(models.Model):
    """One line of a case's timeline. Written once, never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="actions", verbose_name=_("办件"))
    kind = models.CharField(_("动作"), max_length=30)
    from_state = models.CharField(_("原状态"), max_length=20, blank=True)
    to_state = models.CharField(_("新状态"), max_length=20, blank=True)
    actor = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("经办人")
    )
    post_label = models.CharField(_("岗位"), max_length=120, blank=True)
    note = models.TextField(_("说明"), max_length=NOTE_LENGTH, blank=True)
    at = models.DateTimeField(_("时间"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("办理记录")
        verbose_name_plural = _("办理记录")
        ordering = ["id"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.kind} {self.from_state} → {self.to_state}"


class KeptSubmission(Sealed):
    """What came in a second time under a used client number with other content: kept for somebody to look at."""

    SEALED = {"payload": lambda text: f"({len(text)})"}

    case = models.ForeignKey(Case, models.CASCADE, related_name="kept_submissions", verbose_name=_("办件"))
    client_uuid = models.UUIDField(_("提交编号"), db_index=True)
    payload_sealed = SealedField(_("内容"))
    payload_masked = models.CharField(_("内容"), max_length=20, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提交人")
    )
    at = models.DateTimeField(_("时间"), db_default=Now(), editable=False)
    reviewed_at = models.DateTimeField(_("处理时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("留存的重复提交")
        verbose_name_plural = _("留存的重复提交")

    def __str__(self):
        return f"{self.client_uuid} {self.payload_masked}"
