import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged
from governance.kernel.masking import mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField
from governance.people.models import User
from grids.enums.events import EventSatisfaction
from grids.enums.public import TEXT_LENGTH, SuggestionKind, SuggestionSubject
from grids.enums.rights import SuggestionRight
from grids.models.public import PrivacyNotice, PublicCode
from grids.states.suggestions import SUGGESTION_STEPS, SuggestionState

_WAITING = (SuggestionState.RECEIVED, SuggestionState.REOPENED)


class SuggestionQuerySet(ScopedQuerySet):
    VIEW_RIGHT = SuggestionRight.VIEW

    def waiting(self):
        return self.filter(state__in=_WAITING)

    def overdue(self, day):
        return self.waiting().filter(due_on__lt=day)

    def for_list(self):
        return self.annotate(area_name=F("area__name"))

    def published(self):
        return self.filter(published_on__isnull=False).order_by("-published_on", "-id")


class Suggestion(AreaBound, Staged, Sealed):
    """A 投诉、建议 or 咨询 with its answer. It lies with a community or above, never with the grid it may be about."""

    STEPS = SUGGESTION_STEPS
    SEALED = {"phone": mask_phone}

    number = models.CharField(_("编号"), max_length=20, unique=True, editable=False)
    public_code = models.CharField(_("查询码"), max_length=10, unique=True, editable=False)
    client_uuid = models.UUIDField(_("提交编号"), unique=True, editable=False)
    kind = models.CharField(_("类别"), max_length=10, choices=SuggestionKind)
    subject = models.CharField(_("关于"), max_length=10, choices=SuggestionSubject)
    text = models.TextField(_("内容"), max_length=TEXT_LENGTH)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    tail_index = BlindIndexField(db_index=False)
    author = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提出人")
    )
    code = models.ForeignKey(
        PublicCode, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("公众码")
    )
    notice = models.ForeignKey(
        PrivacyNotice, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("隐私告知")
    )
    state = models.CharField(
        _("状态"), max_length=10, choices=SuggestionState, default=SuggestionState.RECEIVED
    )
    received_on = models.DateField(_("收到日期"), default=today)
    due_on = models.DateField(_("答复期限"))
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    reopened_count = models.PositiveSmallIntegerField(_("再次反映次数"), default=0)
    satisfaction = models.CharField(
        _("评价"), max_length=12, choices=EventSatisfaction, blank=True, default=""
    )
    published_on = models.DateField(_("公开日期"), null=True, blank=True)
    public_text = models.TextField(_("公开的问题"), max_length=TEXT_LENGTH, blank=True)
    public_answer = models.TextField(_("公开的答复"), max_length=TEXT_LENGTH, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("投诉建议")
        verbose_name_plural = _("投诉建议")
        indexes = [
            models.Index(fields=["area_code", "due_on", "id"], name="grids_suggestion_area"),
            models.Index(
                fields=["area_code", "published_on"],
                name="grids_suggestion_published",
                condition=Q(published_on__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="grids_suggestion_answered",
                condition=Q(state__in=_WAITING) | Q(answered_on__isnull=False),
                violation_error_message=_("已答复的投诉建议要有答复日期。"),
            ),
            models.CheckConstraint(
                name="grids_suggestion_published_whole",
                condition=Q(published_on__isnull=True) | ~Q(public_text="") & ~Q(public_answer=""),
                violation_error_message=_("公开时要写明问题和答复两部分。"),
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.get_kind_display()}"

    @property
    def is_late(self) -> bool:
        return self.state in _WAITING and self.due_on < today()

    def record_move(self, *, step, source, by, note) -> None:
        """The line that both sides read later, and the audit row without the words of either."""
        self.entries.create(step=step.name, from_state=source, to_state=step.target, note=note, by=by)
        record(
            f"suggestions.{step.name}",
            by=by,
            subject=self,
            before={"state": source},
            after={"state": step.target},
        )


class SuggestionEntry(models.Model):
    """One line of what was said to a 投诉建议: the answer, or why it was raised again. Never changed."""

    suggestion = models.ForeignKey(
        Suggestion, models.PROTECT, related_name="entries", verbose_name=_("投诉建议")
    )
    step = models.CharField(_("动作"), max_length=20)
    from_state = models.CharField(_("原状态"), max_length=10, choices=SuggestionState)
    to_state = models.CharField(_("新状态"), max_length=10, choices=SuggestionState)
    note = models.TextField(_("说明"), max_length=2000, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("经办人")
    )
    at = models.DateTimeField(_("时间"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("投诉建议记录")
        verbose_name_plural = _("投诉建议记录")
        ordering = ["id"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.step} {self.from_state} → {self.to_state}"
