import pgtrigger
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.dispatch.enums import BriefKind, BriefState, Right
from governance.dispatch.models.cycles import Cycle
from governance.dispatch.states import BRIEF_STEPS
from governance.files.models.templates import OfficeTemplate
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User

WORDS, REMARK = 2000, 500  # of an introduction or a closing, and beside one part
# What an issued brief keeps. A merger of areas moves it along with everything else.
_KEPT = (
    "cycle_id", "kind", "state", "content", "drawn_at", "introduction", "closing", "remarks", "issue_year",
    "issue_no", "issued_at", "issued_by_id", "template_id", "file", "sha256",
)  # fmt: skip


class BriefTemplate(OfficeTemplate):
    """A template of a kind of brief."""

    EDIT_RIGHT = Right.MANAGE
    AUDIT = "dispatch"

    kind = models.CharField(_("简报种类"), max_length=20, choices=BriefKind)

    class Meta:
        verbose_name = _("简报模板")
        verbose_name_plural = _("简报模板")
        indexes = [models.Index(fields=["area_code", "kind", "-version"], name="brief_template_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind", "version"],
                name="brief_template_version_once",
                violation_error_message=_("这个版本号已经用过，请刷新页面后重新上传。"),
            )
        ]


class BriefQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        """With the columns of a list, to be read by `.values()`."""
        return self.annotate(
            area_name=F("area__name"),
            cycle_kind=F("cycle__kind"),
            cycle_period=F("cycle__period"),
            waiting_count=Count("figure_changes", filter=Q(figure_changes__correction=None)),
        )

    def for_page(self):
        """Without the file itself."""
        return self.defer("file").select_related("area__level", "cycle__area", "template__area", "issued_by")


class Brief(AreaBound, Staged):
    """A paper written of a cycle by its office: minutes, a list of tasks, a circular, a report on the work.

    `content` is the value that page, interface and file read; the words are what an official adds. Once issued, the
    file lies here byte for byte.
    """

    STEPS = BRIEF_STEPS

    cycle = models.ForeignKey(
        Cycle, models.PROTECT, related_name="briefs", verbose_name=_("调度"), db_index=False
    )
    kind = models.CharField(_("简报种类"), max_length=20, choices=BriefKind)
    state = models.CharField(
        _("状态"), max_length=10, choices=BriefState, default=BriefState.DRAFT, editable=False
    )
    content = models.JSONField(_("内容"), editable=False)
    drawn_at = models.DateTimeField(_("取数时间"), db_default=Now(), editable=False)
    introduction = models.TextField(_("开头的话"), max_length=WORDS, blank=True)
    closing = models.TextField(_("结尾的话"), max_length=WORDS, blank=True)
    remarks = models.JSONField(_("各部分的说明"), default=dict, blank=True)
    issue_year = models.PositiveSmallIntegerField(_("印发年度"), null=True, blank=True, editable=False)
    issue_no = models.PositiveSmallIntegerField(_("印发期号"), null=True, blank=True, editable=False)
    issued_at = models.DateTimeField(_("印发时间"), null=True, blank=True, editable=False)
    issued_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("印发人"),
    )
    template = models.ForeignKey(
        BriefTemplate, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("所用模板")
    )
    file = models.BinaryField(_("印发的文件"), null=True)
    sha256 = models.CharField(_("文件校验值"), max_length=64, blank=True, editable=False)

    objects = BriefQuerySet.as_manager()

    class Meta:
        verbose_name = _("简报")
        verbose_name_plural = _("简报")
        indexes = [models.Index(fields=["area_code", "kind", "-id"], name="brief_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "kind"],
                name="brief_once",
                violation_error_message=_("这一期的这种简报已经生成，请打开修改。"),
            ),
            models.UniqueConstraint(
                fields=["area", "kind", "issue_year", "issue_no"],
                name="brief_issue_no_once",
                violation_error_message=_("这个期号已经用过。"),
            ),
            models.CheckConstraint(
                name="brief_issued_whole",
                condition=Q(
                    state=BriefState.ISSUED,
                    issue_year__isnull=False,
                    issue_no__isnull=False,
                    issued_at__isnull=False,
                    issued_by__isnull=False,
                    file__isnull=False,
                )
                & ~Q(sha256="")
                | ~Q(state=BriefState.ISSUED)
                & Q(issue_no__isnull=True, issued_at__isnull=True, file__isnull=True, sha256=""),
                violation_error_message=_("印发的简报要有期号、印发人和文件。"),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name=name,
                operation=operation,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__state=BriefState.ISSUED),
                func="RAISE EXCEPTION 'an issued brief stays as it is';",
            )
            for name, operation in (
                ("brief_stays", pgtrigger.UpdateOf(*_KEPT)),
                ("brief_is_kept", pgtrigger.Delete),
            )
        ]

    def __str__(self):
        return f"{self.cycle} {self.get_kind_display()}"

    @property
    def name(self) -> str:
        return str(self)

    @property
    def is_issued(self) -> bool:
        return self.state == BriefState.ISSUED

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        after = {"state": str(self.state), "kind": str(self.kind), "sha256": self.sha256}
        if step.name == "edit":
            after |= {"introduction": self.introduction, "closing": self.closing, "remarks": self.remarks}
        record(
            f"dispatch.brief.{step.name}",
            by=by,
            subject=self,
            before={"state": str(source)},
            after=after,
            reason=note,
        )
