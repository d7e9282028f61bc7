import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.party.enums import (
    COBUILD_TEXT_LENGTH,
    MOST_CAPACITY,
    NOTE_LENGTH,
    NeedState,
    ProjectState,
    ResourceState,
    Right,
)
from governance.party.models.partners import Partner
from governance.party.models.recorded import Recorded
from governance.party.states.cobuild import LIVE_PROJECTS, NEED_STEPS, PROJECT_STEPS, RESOURCE_STEPS


class PlaceKind(models.Model):
    """A kind of something; which kinds there are is data of the place."""

    code = models.SlugField(_("代码"), max_length=30, unique=True)
    name = models.CharField(_("名称"), max_length=30)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self):
        return self.name

    @classmethod
    def load(cls, rows: list[dict]) -> None:
        """Take over the kinds of a preset, in its order."""
        for position, row in enumerate(rows, start=1):
            cls.objects.update_or_create(
                code=row["code"], defaults={"name": row["name"], "position": position}
            )


class CobuildKind(PlaceKind):
    """What partners give and communities need: 场地、人力、物资…"""

    class Meta(PlaceKind.Meta):
        verbose_name = _("共建类别")
        verbose_name_plural = _("共建类别")


class CobuildQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"), kind_name=F("kind__name"))


class ResourceQuerySet(CobuildQuerySet):
    def for_list(self):
        return super().for_list().with_use().annotate(partner_name=F("partner__name"))

    def with_use(self):
        """`in_use`: the projects a resource serves now."""
        return self.annotate(in_use=models.Count("projects", filter=Q(projects__state__in=LIVE_PROJECTS)))

    def offered_on(self, day: dt.date):
        """Those that are open and free on a day."""
        free = Q(to_on__isnull=True) | Q(to_on__gte=day)
        return self.filter(free, state=ResourceState.OPEN, from_on__lte=day, partner__ended_on__isnull=True)


class PartnerResource(Recorded, AreaBound):
    """资源清单: something a partner offers, from a day on, to so many projects at the same time."""

    STEPS = RESOURCE_STEPS

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="resources", verbose_name=_("共建单位"))
    kind = models.ForeignKey(CobuildKind, models.PROTECT, related_name="+", verbose_name=_("类别"))
    text = models.CharField(_("资源内容"), max_length=COBUILD_TEXT_LENGTH)
    capacity = models.PositiveSmallIntegerField(_("可同时服务的项目数"), default=1)
    from_on = models.DateField(_("开始日期"), default=today)
    to_on = models.DateField(_("截止日期"), null=True, blank=True)
    state = models.CharField(
        _("状态"), max_length=10, choices=ResourceState, default=ResourceState.OPEN, editable=False
    )
    closing_note = models.CharField(_("撤回原因"), max_length=NOTE_LENGTH, blank=True, editable=False)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("共建资源")
        verbose_name_plural = _("共建资源")
        indexes = [models.Index(fields=["area_code", "state"], name="party_resource_area")]
        constraints = [
            models.CheckConstraint(
                name="party_resource_ends",
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                violation_error_message=_("截止日期不能早于开始日期。"),
            ),
            models.CheckConstraint(
                name="party_resource_capacity",
                condition=Q(capacity__gte=1, capacity__lte=MOST_CAPACITY),
                violation_error_message=_("可同时服务的项目数在 1 到 99 之间。"),
            ),
        ]

    def __str__(self):
        return self.text


class NeedQuerySet(CobuildQuerySet):
    def posted_on(self, day: dt.date):
        """Needs that stood on a day: posted by then and not withdrawn."""
        return self.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day), posted_on__lte=day)

    def matched_by(self, day: dt.date):
        """Needs that stood on a day and had a project by then."""
        return self.posted_on(day).filter(matched_on__lte=day)

    def unmatched_on(self, day: dt.date):
        return self.posted_on(day).filter(Q(matched_on__isnull=True) | Q(matched_on__gt=day))


class CommunityNeed(Recorded, AreaBound):
    """需求清单: what a community asks its partners for."""

    STEPS = NEED_STEPS

    kind = models.ForeignKey(CobuildKind, models.PROTECT, related_name="+", verbose_name=_("类别"))
    text = models.CharField(_("需求内容"), max_length=COBUILD_TEXT_LENGTH)
    posted_on = models.DateField(_("提出日期"), default=today)
    wanted_by = models.DateField(_("希望完成日期"))
    state = models.CharField(
        _("状态"), max_length=10, choices=NeedState, default=NeedState.OPEN, editable=False
    )
    matched_on = models.DateField(_("对接日期"), null=True, blank=True, editable=False)
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True, editable=False)
    closing_note = models.CharField(_("撤回原因"), max_length=NOTE_LENGTH, blank=True, editable=False)

    objects = NeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("共建需求")
        verbose_name_plural = _("共建需求")
        indexes = [models.Index(fields=["area_code", "state"], name="party_need_area")]
        constraints = [
            models.CheckConstraint(
                name="party_need_wanted_later",
                condition=Q(wanted_by__gte=F("posted_on")),
                violation_error_message=_("希望完成日期不能早于提出日期。"),
            ),
        ]

    def __str__(self):
        return self.text


class ProjectQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            need_text=F("need__text"),
            kind_name=F("need__kind__name"),
            partner_name=F("partner__name"),
        )


class CoProject(Recorded, AreaBound):
    """项目清单: a need that a partner meets with what it offers; what came of it in words and in people served."""

    STEPS = PROJECT_STEPS

    need = models.ForeignKey(
        CommunityNeed, models.PROTECT, related_name="projects", verbose_name=_("共建需求")
    )
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="projects", verbose_name=_("共建单位"))
    resources = models.ManyToManyField(PartnerResource, related_name="projects", verbose_name=_("共建资源"))
    state = models.CharField(
        _("状态"), max_length=10, choices=ProjectState, default=ProjectState.PLANNED, editable=False
    )
    planned_on = models.DateField(_("立项日期"), default=today)
    started_on = models.DateField(_("开始日期"), null=True, blank=True, editable=False)
    ended_on = models.DateField(_("结束日期"), null=True, blank=True, editable=False)
    result = models.CharField(_("项目成效"), max_length=COBUILD_TEXT_LENGTH, blank=True, editable=False)
    people_served = models.PositiveIntegerField(_("服务人次"), null=True, blank=True, editable=False)
    closing_note = models.CharField(_("中止原因"), max_length=NOTE_LENGTH, blank=True, editable=False)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("共建项目")
        verbose_name_plural = _("共建项目")
        indexes = [models.Index(fields=["area_code", "state"], name="party_project_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["need"],
                condition=~Q(state=ProjectState.STOPPED),
                name="party_project_one_a_need",
                violation_error_message=_("这项需求已经有项目，请刷新页面查看。"),
            ),
            models.CheckConstraint(
                name="party_project_done_whole",
                condition=~Q(state=ProjectState.DONE)
                | (~Q(result="") & Q(people_served__isnull=False, ended_on__isnull=False)),
                violation_error_message=_("完成的项目要有成效和服务人次。"),
            ),
        ]

    def __str__(self):
        return str(self.need)

    def missing_to_finish(self) -> list[str]:
        missing = [] if self.result else [_("项目成效")]
        return missing if self.people_served is not None else [*missing, _("服务人次")]
