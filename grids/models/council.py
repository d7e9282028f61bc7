from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.days import local_date, today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet, codes_above
from grids.enums.council import TOPIC_LENGTH, Voice
from grids.enums.rights import CouncilRight
from grids.enums.standards import Standard
from grids.models.standards import CommunityStandard
from grids.states.council import TOPIC_ENDED, TOPIC_STEPS, TopicState

SEEN_BY_RESIDENTS = ("title", "area_name", "decided_on", "decision", "disclosed_on", "disclosure")


class CouncilTopicQuerySet(ScopedQuerySet):
    VIEW_RIGHT = CouncilRight.VIEW

    def open(self):
        return self.exclude(state__in=TOPIC_ENDED)

    def for_list(self):
        return self.annotate(area_name=F("area__name"))

    def for_residents(self, area_code: str):
        """What anybody may read: the disclosed topics of the community a place lies in, newest first."""
        told = self.filter(area_code__in=codes_above(area_code), state=TopicState.DISCLOSED)
        return told.for_list().order_by("-disclosed_on", "-pk").values(*SEEN_BY_RESIDENTS)


class CouncilTopic(Staged, AreaBound):
    """红色议事会: a matter of the neighbourhood from its proposal to what residents are told came of it."""

    STEPS = TOPIC_STEPS

    title = models.CharField(_("议题"), max_length=80)
    text = models.TextField(_("说明"), max_length=TOPIC_LENGTH, blank=True)
    proposer_kind = models.CharField(_("提出方"), max_length=20, choices=Voice, default=Voice.RESIDENT)
    proposed_on = models.DateField(_("提出日期"), default=today)
    state = models.CharField(
        _("状态"), max_length=12, choices=TopicState, default=TopicState.PROPOSED, editable=False
    )
    noticed_on = models.DateField(_("公告日期"), null=True, blank=True)
    meeting_at = models.DateTimeField(_("会议时间"), null=True, blank=True)
    meeting_place = models.CharField(_("会议地点"), max_length=80, blank=True)
    minutes = models.TextField(_("会议记录"), max_length=TOPIC_LENGTH, blank=True)
    votes_for = models.PositiveSmallIntegerField(_("赞成"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("反对"), null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(_("弃权"), null=True, blank=True)
    is_adopted = models.BooleanField(_("通过"), null=True, blank=True)
    decision = models.TextField(_("决议"), max_length=TOPIC_LENGTH, blank=True)
    decided_on = models.DateField(_("决议日期"), null=True, blank=True)
    executor = models.CharField(_("落实单位"), max_length=80, blank=True)
    due_on = models.DateField(_("落实期限"), null=True, blank=True)
    outcome = models.TextField(_("落实情况"), max_length=TOPIC_LENGTH, blank=True)
    executed_on = models.DateField(_("落实日期"), null=True, blank=True)
    disclosure = models.TextField(_("公开内容"), max_length=TOPIC_LENGTH, blank=True)
    disclosed_on = models.DateField(_("公开日期"), null=True, blank=True)
    ended_note = models.CharField(_("不上会、撤回的理由"), max_length=500, blank=True)

    objects = CouncilTopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("议事会议题")
        verbose_name_plural = _("议事会议题")
        indexes = [
            models.Index(fields=["area_code", "proposed_on"], name="grids_topic_area"),
            models.Index(fields=["-proposed_on", "-id"], name="grids_topic_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="grids_topic_disclosed_has_day",
                condition=Q(state=TopicState.DISCLOSED, disclosed_on__isnull=False)
                | (~Q(state=TopicState.DISCLOSED) & Q(disclosed_on__isnull=True)),
                violation_error_message=_("公开的议题要有公开日期，其他的不能有。"),
            ),
            models.CheckConstraint(
                name="grids_topic_executes_what_was_adopted",
                condition=~Q(state__in=[TopicState.EXECUTING, TopicState.EXECUTED])
                | Q(is_adopted=True, is_adopted__isnull=False),
                violation_error_message=_("只有通过的决议才能交办落实。"),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_late(self) -> bool:
        """Whether what was decided should have been done by now."""
        return self.state == TopicState.EXECUTING and self.due_on is not None and self.due_on < today()

    def missing_to_hold(self) -> list[str]:
        """Residents are told in good time: as many days before the meeting as the place's standard says."""
        days = CommunityStandard.of(Standard.COUNCIL_NOTICE)
        if self.noticed_on and today() < self.noticed_on + timedelta(days=days):
            return [gettext("公告满 {} 天后再登记会议").format(days)]
        if self.meeting_at and today() < local_date(self.meeting_at):
            return [gettext("会议还没有开，请在会后登记")]
        return []

    def missing_to_execute(self) -> list[str]:
        return [] if self.is_adopted else [gettext("决议没有通过，不用落实，请直接公开结果")]

    def missing_to_disclose(self) -> list[str]:
        if self.state == TopicState.DECIDED and self.is_adopted:
            return [gettext("决议已经通过，请先交办落实，再公开结果")]
        return []

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        record(
            f"grids.{step.name}_topic",
            by=by,
            subject=self,
            before={"state": source},
            after={"state": self.state},
            reason=note,
        )


class CouncilAttendance(models.Model):
    """How many sat at the table for whom; names are not kept."""

    topic = models.ForeignKey(CouncilTopic, models.CASCADE, related_name="attendance", verbose_name=_("议题"))
    voice = models.CharField(_("代表"), max_length=20, choices=Voice)
    count = models.PositiveSmallIntegerField(_("人数"))

    class Meta:
        verbose_name = _("议事会到会人数")
        verbose_name_plural = _("议事会到会人数")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "voice"],
                name="grids_attendance_once",
                violation_error_message=_("同一类代表只填一次人数。"),
            ),
            models.CheckConstraint(
                name="grids_attendance_some",
                condition=Q(count__gte=1),
                violation_error_message=_("到会人数至少是 1。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_voice_display()} {self.count}"
