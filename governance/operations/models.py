from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.kernel.slowness import LONGEST_TEXT
from governance.operations.enums import Right

DIGEST, ROUTE = 32, 120


class SlowStatementQuerySet(models.QuerySet):
    def for_user(self, user):
        """The machinery lies in no area: all of it for whoever holds the right anywhere."""
        return self if user.is_authenticated and user.may(Right.VIEW) else self.none()

    def for_list(self):
        return self.annotate(mean=F("seconds") / F("calls"))


class SlowStatement(models.Model):
    """A statement that took too long, with all that could be a value cut out, and the page or task it was made for."""

    digest = models.CharField(_("摘要"), max_length=DIGEST, db_collation="C")
    route = models.CharField(_("页面或任务"), max_length=ROUTE, db_collation="C")
    text = models.CharField(_("语句"), max_length=LONGEST_TEXT)
    calls = models.PositiveIntegerField(_("次数"))
    seconds = models.FloatField(_("合计用时（秒）"))
    longest = models.FloatField(_("最长用时（秒）"))
    first_at = models.DateTimeField(_("首次出现"))
    last_at = models.DateTimeField(_("最近一次"))

    objects = SlowStatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("慢语句")
        verbose_name_plural = _("慢语句")
        indexes = [models.Index(fields=["-seconds", "-id"], name="slow_statement_costly")]
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "route"],
                name="slow_statement_once",
                violation_error_message=_("这条语句已经记过。"),
            ),
            models.CheckConstraint(
                condition=Q(calls__gte=1),
                name="slow_statement_called",
                violation_error_message=_("次数至少是 1。"),
            ),
        ]

    def __str__(self):
        return f"{self.route} {self.digest}"
