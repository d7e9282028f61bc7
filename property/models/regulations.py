import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet, codes_above
from governance.people.models import User
from property.enums.programmes import REASON_LENGTH, RULE_TEXT_LENGTH, ProgrammeRight
from property.models.items import ProgrammeItem
from property.states.regulations import REGULATION_STEPS, RegulationState


class RegulationQuerySet(ScopedQuerySet):
    VIEW_RIGHT = ProgrammeRight.VIEW

    def for_user(self, user):
        """Beside the rules of one's own areas those in force from above: they hold here as well."""
        own = super().for_user(user)
        if not user.is_authenticated:
            return own
        above = {code for reach in user.reaches(self.VIEW_RIGHT) for code in codes_above(reach.code)}
        return own | self.filter(state=RegulationState.ISSUED, area_code__in=above)

    def for_list(self):
        return self.annotate(area_name=F("area__name"), item_title=F("item__title"))


class Regulation(Staged, AreaBound):
    """One rule of the register (制度): its text, whose it is, how far it is, and under which number it was issued."""

    STEPS = REGULATION_STEPS

    title = models.CharField(_("制度名称"), max_length=100)
    owner_office = models.CharField(_("责任单位"), max_length=80)
    batch = models.PositiveSmallIntegerField(_("批次"), default=1)
    text = models.TextField(_("正文"), max_length=RULE_TEXT_LENGTH, blank=True)
    item = models.ForeignKey(
        ProgrammeItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="regulations",
        verbose_name=_("所属任务"),
    )
    state = models.CharField(
        _("状态"),
        max_length=12,
        choices=RegulationState,
        default=RegulationState.DRAFTING,
        editable=False,
    )
    issued_no = models.CharField(_("发文字号"), max_length=60, blank=True, editable=False)
    issued_on = models.DateField(_("印发日期"), null=True, blank=True, editable=False)
    repealed_on = models.DateField(_("废止日期"), null=True, blank=True, editable=False)

    objects = RegulationQuerySet.as_manager()

    class Meta:
        verbose_name = _("制度")
        verbose_name_plural = _("制度")
        indexes = [models.Index(fields=["area_code", "batch"], name="regulation_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "title"],
                condition=~Q(state=RegulationState.REPEALED),
                name="regulation_once",
                violation_error_message=_("这个区划已有同名制度，请先废止原制度或换一个名称。"),
            ),
            models.CheckConstraint(
                name="regulation_batch_counts",
                condition=Q(batch__gte=1, batch__lte=99),
                violation_error_message=_("批次在 1 到 99 之间。"),
            ),
            models.CheckConstraint(
                name="regulation_issued_whole",
                condition=Q(
                    state__in=[RegulationState.DRAFTING, RegulationState.CONSULTING],
                    issued_no="",
                    issued_on__isnull=True,
                )
                | Q(state__in=[RegulationState.ISSUED, RegulationState.REPEALED], issued_on__isnull=False)
                & ~Q(issued_no=""),
                violation_error_message=_("印发的制度要有发文字号和印发日期，没有印发的不能有。"),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def may_be_revised(self) -> bool:
        """Until it is issued; an issued rule is repealed and drawn up anew."""
        return self.state in (RegulationState.DRAFTING, RegulationState.CONSULTING)

    def missing_to_consult(self) -> list[str]:
        return [] if self.text.strip() else [_("制度正文")]

    def missing_to_issue(self) -> list[str]:
        missing = self.missing_to_consult()
        missing += [] if self.issued_no else [_("发文字号")]
        if self.issued_on is None:
            return [*missing, _("印发日期")]
        return missing if self.issued_on <= today() else [*missing, _("印发日期不晚于今天")]

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        self.write_history(step.name, by=by, note=note, source=source)
        before, after = {"state": str(source)}, {"state": str(self.state), "issued_no": self.issued_no}
        record(f"regulation.{step.name}", by=by, subject=self, before=before, after=after, reason=note)

    def write_history(self, step: str, *, by, note: str = "", source: str = "") -> None:
        RegulationMove.objects.create(
            regulation=self, step=step, source=source, target=self.state, by=by, note=note
        )


class RegulationMove(models.Model):
    """The history of a rule, append-only."""

    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="moves", verbose_name=_("制度"))
    step = models.CharField(_("步骤"), max_length=20)
    source = models.CharField(_("原状态"), max_length=12, choices=RegulationState, blank=True)
    target = models.CharField(_("新状态"), max_length=12, choices=RegulationState)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("办理人"))
    note = models.CharField(_("说明"), max_length=REASON_LENGTH, blank=True)
    at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("制度进展")
        verbose_name_plural = _("制度进展")
        ordering = ["-at", "-pk"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.regulation} {self.get_target_display()}"
