from datetime import timedelta
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from grids.models import Compound
from property.enums import Right
from property.enums.meetings import NOTICE_DAYS, MatterKind, MeetingForm, MeetingKind, MeetingState
from property.states.meetings import MEETING_STEPS

MOST_HEADS, MOST_AREA = 1_000_000, Decimal("99999999.99")
_UNHELD = (MeetingState.DRAFT, MeetingState.CALLED_OFF)


def _heads(label, **options) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(label, validators=[MaxValueValidator(MOST_HEADS)], **options)


def _area(label, **options) -> models.DecimalField:
    """Square metres of the owners' own parts, to the hundredth."""
    limits = [MinValueValidator(Decimal(0)), MaxValueValidator(MOST_AREA)]
    return models.DecimalField(label, max_digits=10, decimal_places=2, validators=limits, **options)


class OwnersMeetingQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(
            compound_name=F("compound__name"), area_name=F("area__name"), matter_count=Count("matters")
        )

    def announced(self):
        return self.filter(state=MeetingState.ANNOUNCED)


class OwnersMeeting(AreaBound, Staged):
    """A meeting of the owners of a compound (业主大会会议).

    How many owners there are and how much area they own is entered for the day of the notice and kept: the
    votes are judged by it whatever is sold or surveyed later. In writing or by electronic vote, `meeting_on`
    is the last day for voting.
    """

    STEPS = MEETING_STEPS

    compound = models.ForeignKey(
        Compound, models.PROTECT, related_name="owners_meetings", verbose_name=_("小区")
    )
    title = models.CharField(_("会议名称"), max_length=80)
    kind = models.CharField(_("会议类型"), max_length=10, choices=MeetingKind, default=MeetingKind.REGULAR)
    form = models.CharField(_("会议形式"), max_length=12, choices=MeetingForm, default=MeetingForm.WRITTEN)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    meeting_on = models.DateField(_("开会日期"))
    owner_count = _heads(_("业主总人数"))
    owner_area = _area(_("专有部分总面积（平方米）"))
    state = models.CharField(_("状态"), max_length=12, choices=MeetingState, default=MeetingState.DRAFT)
    notice_on = models.DateField(_("通知日期"), null=True, blank=True)
    told_on = models.DateField(_("告知居委会日期"), null=True, blank=True)
    announced_on = models.DateField(_("结果公布日期"), null=True, blank=True)

    objects = OwnersMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("业主大会会议")
        verbose_name_plural = _("业主大会会议")
        indexes = [
            models.Index(fields=["area_code", "-meeting_on", "-id"], name="owners_meeting_area"),
        ]
        constraints = [
            models.CheckConstraint(
                name="owners_meeting_has_owners",
                condition=Q(owner_count__gt=0, owner_area__gt=0),
                violation_error_message=_("业主总人数和专有部分总面积都要大于零。"),
            ),
            models.CheckConstraint(
                name="owners_meeting_notice_in_time",
                condition=Q(notice_on__isnull=True)
                | Q(meeting_on__gte=F("notice_on") + timedelta(days=NOTICE_DAYS)),
                violation_error_message=_("要在开会 15 日以前通知全体业主，请改通知日期或者开会日期。"),
            ),
            models.CheckConstraint(
                name="owners_meeting_told_before",
                condition=Q(told_on__isnull=True) | Q(told_on__lte=F("meeting_on")),
                violation_error_message=_("告知居委会的日期不能晚于开会日期。"),
            ),
            models.CheckConstraint(
                name="owners_meeting_noticed_whole",
                condition=Q(state__in=_UNHELD) | Q(notice_on__isnull=False, told_on__isnull=False),
                violation_error_message=_("通知日期和告知居委会日期要一起填写。"),
            ),
            models.CheckConstraint(
                name="owners_meeting_announced_on",
                condition=Q(
                    state=MeetingState.ANNOUNCED,
                    announced_on__isnull=False,
                    announced_on__gte=F("meeting_on"),
                )
                | ~Q(state=MeetingState.ANNOUNCED) & Q(announced_on__isnull=True),
                violation_error_message=_("结果公布日期不能早于开会日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.compound} {self.title}"

    @property
    def name(self) -> str:
        return self.title

    def missing_to_notice(self) -> list[str]:
        return [] if self.matters.exists() else [_("写明要表决的事项")]

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        record(
            f"property.meeting.{step.name}",
            by=by,
            subject=self,
            before={"state": str(source)},
            after={
                "state": str(self.state),
                "notice_on": self.notice_on,
                "told_on": self.told_on,
                "announced_on": self.announced_on,
            },
            reason=note,
        )


# What is written down of the votes on a matter, by heads and by area.
HEADS = ("took_part_heads", "for_heads", "against_heads", "abstain_heads")
AREAS = ("took_part_area", "for_area", "against_area", "abstain_area")
_COUNTED = ("owner_count", "owner_area", *HEADS, *AREAS)


class OwnersMatter(models.Model):
    """A matter put to the vote, and what was counted; with the owners it was judged by, copied from the meeting."""

    meeting = models.ForeignKey(
        OwnersMeeting, models.PROTECT, related_name="matters", verbose_name=_("业主大会会议")
    )
    position = models.PositiveSmallIntegerField(_("序号"))
    kind = models.CharField(_("事项类别"), max_length=1, choices=MatterKind)
    text = models.CharField(_("表决内容"), max_length=500)
    owner_count = _heads(_("业主总人数"), null=True, blank=True)
    owner_area = _area(_("专有部分总面积（平方米）"), null=True, blank=True)
    took_part_heads = _heads(_("参与人数"), null=True, blank=True)
    for_heads = _heads(_("同意人数"), null=True, blank=True)
    against_heads = _heads(_("反对人数"), null=True, blank=True)
    abstain_heads = _heads(_("弃权人数"), null=True, blank=True)
    took_part_area = _area(_("参与面积（平方米）"), null=True, blank=True)
    for_area = _area(_("同意面积（平方米）"), null=True, blank=True)
    against_area = _area(_("反对面积（平方米）"), null=True, blank=True)
    abstain_area = _area(_("弃权面积（平方米）"), null=True, blank=True)

    class Meta:
        verbose_name = _("表决事项")
        verbose_name_plural = _("表决事项")
        ordering = ("meeting", "position")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="owners_matter_position",
                violation_error_message=_("这个序号已经有事项。"),
            ),
            models.CheckConstraint(
                name="owners_matter_counted_whole",
                condition=Q(**{f"{column}__isnull": True for column in _COUNTED})
                | Q(**{f"{column}__isnull": False for column in _COUNTED}),
                violation_error_message=_("人数和面积的各项都要填写。"),
            ),
            models.CheckConstraint(
                name="owners_matter_within",
                condition=Q(took_part_heads__isnull=True)
                | Q(took_part_heads__lte=F("owner_count"), took_part_area__lte=F("owner_area")),
                violation_error_message=_("参与人数不能多于业主总人数，参与面积不能大于专有部分总面积。"),
            ),
            models.CheckConstraint(
                name="owners_matter_adds_up",
                condition=Q(took_part_heads__isnull=True)
                | Q(
                    took_part_heads=F("for_heads") + F("against_heads") + F("abstain_heads"),
                    took_part_area=F("for_area") + F("against_area") + F("abstain_area"),
                ),
                violation_error_message=_("同意、反对、弃权相加要等于参与表决的数。"),
            ),
            models.CheckConstraint(
                name="owners_matter_area_not_below_zero",
                condition=Q(took_part_area__isnull=True)
                | Q(for_area__gte=0, against_area__gte=0, abstain_area__gte=0),
                violation_error_message=_("面积不能小于零。"),
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def is_counted(self) -> bool:
        return self.took_part_heads is not None
