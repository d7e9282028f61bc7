import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import Recipient
from governance.people.models import User

FARTHEST = 120  # working days before or after a due day


class LadderStep(models.Model):
    """When somebody is told that a thing of some kind is due: so many working days before its day, on it, or past it.

    A step is switched off, never deleted: notices bear its key, so that each thing is told of a step once.
    """

    kind = models.CharField(_("事项"), max_length=34, db_collation="C")
    offset = models.SmallIntegerField(
        _("第几个工作日"), help_text=_("到期前的填负数，到期当天填 0，超期后的填正数")
    )
    recipient = models.CharField(_("告知谁"), max_length=10, choices=Recipient, default=Recipient.OFFICE)
    is_active = models.BooleanField(_("启用"), default=True)

    class Meta:
        verbose_name = _("提醒步骤")
        verbose_name_plural = _("提醒步骤")
        ordering = ["kind", "offset", "-recipient"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "offset", "recipient"],
                name="ladder_step_once",
                violation_error_message=_("这类事项在这一天已经告知同一单位，请改时间或者改原来的那一步。"),
            ),
            models.CheckConstraint(
                name="ladder_step_not_far",
                condition=Q(offset__gte=-FARTHEST, offset__lte=FARTHEST),
                violation_error_message=_("提醒最早在到期前 120 个工作日，最晚在超期后 120 个工作日。"),
            ),
        ]

    def __str__(self):
        return f"{self.when} {self.get_recipient_display()}"

    @property
    def name(self) -> str:
        return str(self)

    @property
    def when(self) -> str:
        """The step in words."""
        if self.offset == 0:
            return _now("到期当天")
        words = _now("到期前 {} 个工作日") if self.offset < 0 else _now("超期第 {} 个工作日")
        return words.format(abs(self.offset))


class LadderChange(models.Model):
    """What a step said after somebody had set or changed it. Written once."""

    step = models.ForeignKey(LadderStep, models.PROTECT, related_name="changes", verbose_name=_("提醒步骤"))
    offset = models.SmallIntegerField(_("第几个工作日"))
    recipient = models.CharField(_("告知谁"), max_length=10, choices=Recipient)
    is_active = models.BooleanField(_("启用"))
    at = models.DateTimeField(_("时间"), db_default=Now(), editable=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("经办人"))

    class Meta:
        verbose_name = _("提醒步骤变更")
        verbose_name_plural = _("提醒步骤变更")
        triggers = [
            pgtrigger.Protect(name="ladder_change_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self):
        return str(self.said)

    @property
    def said(self) -> LadderStep:
        """The step as it was then."""
        return LadderStep(
            kind=self.step.kind, offset=self.offset, recipient=self.recipient, is_active=self.is_active
        )
