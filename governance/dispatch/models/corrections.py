import pgtrigger
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.dispatch.enums import BriefKind, Right
from governance.dispatch.models.briefs import Brief
from governance.dispatch.models.meetings import STATEMENT
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User
from governance.statistics.models import KEY_LENGTH

# What an issued correction keeps. A merger of areas moves it along with everything else.
_KEPT = (
    "brief_id", "arrived", "content", "issue_year", "issue_no", "issued_on", "issued_by_id", "file", "sha256",
)  # fmt: skip


def number_words(year: int, number: int) -> str:
    """The number a correction bears, as an office writes it."""
    return f"更正〔{year}〕{number}号"


class CorrectionQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        """With the columns of a list, to be read by `.values()`."""
        return self.annotate(
            area_name=F("area__name"),
            brief_kind=F("brief__kind"),
            cycle_period=F("brief__cycle__period"),
            figure_count=Count("changes"),
        )

    def for_page(self):
        """Without the file itself."""
        return self.defer("file").select_related("area", "brief__cycle__area", "issued_by")


class Correction(AreaBound):
    """更正说明: a numbered paper that says which figures of an issued report are others now, and why.

    It is issued as it is made; the report it speaks of never changes.
    """

    brief = models.ForeignKey(Brief, models.PROTECT, related_name="corrections", verbose_name=_("更正的简报"))
    arrived = models.TextField(_("后到的情况"), max_length=STATEMENT)
    content = models.JSONField(_("内容"), editable=False)
    issue_year = models.PositiveSmallIntegerField(_("印发年度"), editable=False)
    issue_no = models.PositiveSmallIntegerField(_("更正号"), editable=False)
    issued_on = models.DateField(_("印发日期"), default=today, editable=False)
    issued_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("印发人"), editable=False
    )
    file = models.BinaryField(_("印发的文件"))
    sha256 = models.CharField(_("文件校验值"), max_length=64, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("数字更正说明")
        verbose_name_plural = _("数字更正说明")
        indexes = [models.Index(fields=["area_code", "-id"], name="correction_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "issue_year", "issue_no"],
                name="correction_no_once",
                violation_error_message=_("这个更正号已经用过。"),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="correction_stays", operation=pgtrigger.UpdateOf(*_KEPT)),
            pgtrigger.Protect(name="correction_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return self.number

    @property
    def number(self) -> str:
        return number_words(self.issue_year, self.issue_no)

    @property
    def kind_label(self) -> str:
        """The kind of brief it corrects, of a row of the list."""
        return BriefKind(self.brief_kind).label

    @property
    def name(self) -> str:
        return str(self)


class FigureChange(models.Model):
    """A figure of an issued report that reads otherwise today. It waits, one for each figure, until a correction says
    it or the reading is as it was; `said` and `now` hold value, both sides and the shares of the units below."""

    brief = models.ForeignKey(
        Brief, models.PROTECT, related_name="figure_changes", verbose_name=_("简报"), db_index=False
    )
    indicator = models.CharField(_("指标"), max_length=KEY_LENGTH, db_collation="C")
    said = models.JSONField(_("印发的数"))
    now = models.JSONField(_("现在的数"))
    found_on = models.DateField(_("发现日期"))
    correction = models.ForeignKey(
        Correction,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("数字更正说明"),
    )

    class Meta:
        verbose_name = _("变动的数字")
        verbose_name_plural = _("变动的数字")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["brief", "indicator"],
                condition=Q(correction__isnull=True),
                name="figure_change_waits_once",
                violation_error_message=_("这个数字已经在待更正之列。"),
            )
        ]
        triggers = [
            pgtrigger.Protect(
                name="corrected_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__correction__isnull=False),
            )
        ]

    def __str__(self):
        return self.indicator
