from collections.abc import Iterable
from operator import attrgetter

from django.db import models
from django.db.models import F
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import (
    GROUP_FROM,
    LARGE_GROUP_FROM,
    PRINCIPALS,
    Complexity,
    Method,
    Risk,
    Scale,
    Track,
)
from disputes.enums.rights import Right
from disputes.models.centre import Matter
from disputes.models.counted import COUNTS
from disputes.models.guards import Guards
from governance.areas.enums import Level
from governance.casework.enums import OrderKind
from governance.casework.models import Case
from governance.casework.models.sight import SightQuerySet
from governance.casework.states import OrderState
from governance.people.models import User
from grids.models import Visit


class Category(models.Model):
    """Kinds of disputes (GB/T 31000-2015 表91), first level two digits, second level four."""

    code = models.CharField(_("代码"), max_length=4, primary_key=True)
    name = models.CharField(_("名称"), max_length=40)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("大类")
    )
    is_restricted = models.BooleanField(_("限定范围可见"), default=False)
    bars_confirmation = models.BooleanField(_("不能申请司法确认"), default=False, db_default=False)
    community_may_lead = models.BooleanField(
        _("社区可主责"), default=False, help_text=_("在社区工作清单内，主责可以交给社区和网格")
    )

    class Meta:
        verbose_name = _("纠纷类别")
        verbose_name_plural = _("纠纷类别")
        ordering = ["code"]

    def __str__(self):
        return self.name


# The columns of lists, API and files: the case's own under their own names.
_OF_CASE = (
    "number", "title", "place", "area_code", "source", "state", "outcome", "is_joint", "is_restricted", "registered_on",
    "accepted_on", "due_at", "late_on", "paused_at", "resolved_on", "closed_on", "version",
)  # fmt: skip
_PATHS = {name: f"case__{name}" for name in _OF_CASE} | {
    "area_name": "case__area__name",
    "level": "case__level_id",
    "category_name": "category__name",
}


class DisputeQuerySet(SightQuerySet):
    VIEW_RIGHT = Right.VIEW
    CASE = "case__"
    AREA_FIELD = "case__area_code"

    def counted(self, what: str):
        """The disputes behind a figure."""
        return self.filter(COUNTS[what].rows)

    def for_list(self):
        """With the columns of a list, to be read by `.values()`."""
        return self.annotate(**{name: F(path) for name, path in _PATHS.items()})

    def for_page(self):
        return self.select_related(
            "case__area",
            "case__owner_area",
            "case__owner_post__role",
            "case__owner_post__area",
            "case__registered_by",
            "case__level",
            "case__rule__rule_set",
            "case__follow_up_area",
            "case__lead_post__role",
            "case__lead_post__area",
            "category__parent",
            "mediator",
        )


class Dispute(Guards, models.Model):
    """What is particular to a dispute; number, place, owner, state and clock are the case's."""

    case = models.OneToOneField(
        Case, models.CASCADE, primary_key=True, related_name="dispute", verbose_name=_("办件")
    )
    category = models.ForeignKey(
        Category, models.PROTECT, related_name="disputes", verbose_name=_("纠纷类别")
    )
    matter = models.ForeignKey(
        Matter, models.SET_NULL, null=True, blank=True, related_name="disputes", verbose_name=_("来访事项")
    )
    visit = models.ForeignKey(
        Visit, models.SET_NULL, null=True, blank=True, related_name="disputes", verbose_name=_("来自走访")
    )
    occurred_on = models.DateField(_("发生日期"), null=True, blank=True)
    complexity = models.CharField(_("难易"), max_length=10, choices=Complexity, default=Complexity.ORDINARY)
    scale = models.CharField(_("规模"), max_length=2, choices=Scale, default=Scale.SINGLE)
    people_count = models.PositiveIntegerField(_("涉及人数"), default=2)
    involved_org = models.CharField(_("涉及单位"), max_length=100, blank=True)
    involves_minor = models.BooleanField(_("涉及未成年人"), default=False, db_default=False)
    risk = models.CharField(_("风险"), max_length=10, choices=Risk, default=Risk.LOW)
    method = models.CharField(_("化解方式"), max_length=4, choices=Method, blank=True, default="")
    mediator = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("调解员")
    )
    told_paths_on = models.DateField(_("告知其他途径日期"), null=True, blank=True)
    mediator_chosen = models.BooleanField(_("当事人选定调解员"), default=False, db_default=False)
    right_path = models.CharField(
        _("告知的途径"), max_length=20, choices=Track, blank=True, default="", db_default=""
    )
    track = models.CharField(_("导入渠道"), max_length=20, choices=Track, blank=True, default="")
    external_number = models.CharField(_("外部编号"), max_length=60, blank=True, default="")

    objects = DisputeQuerySet.as_manager()

    class Meta:
        verbose_name = _("纠纷")
        verbose_name_plural = _("纠纷")
        indexes = [models.Index(fields=["category", "case"], name="dispute_category")]

    def __str__(self):
        return str(self.case)

    @property
    def area_code(self) -> str:
        return self.case.area_code

    def line(self, names: Iterable[str]) -> dict:
        """The columns of the list, read from the row itself."""
        return {name: attrgetter(_PATHS.get(name, name).replace("__", "."))(self) for name in names}

    @staticmethod
    def scale_of(people: int) -> str:
        if people >= LARGE_GROUP_FROM:
            return Scale.LARGE
        return Scale.GROUP if people >= GROUP_FROM else Scale.SINGLE

    @cached_property
    def latest_agreement(self):
        """The agreement in force."""
        return self.agreements.in_force()

    @cached_property
    def draft_agreement(self):
        """The agreement being worded, to which nobody is bound yet."""
        return self.agreements.draft().first()

    @cached_property
    def last_follow_up(self):
        return self.follow_ups.order_by("-id").first()

    @cached_property
    def last_referral(self):
        return self.referrals.order_by("-id").first()

    @property
    def principals(self):
        """The parties without whom there is no agreement."""
        return self.parties.filter(role__in=PRINCIPALS)

    @property
    def called_organs(self):
        """The orders by which other offices were called in and have not turned away."""
        turned_away = [OrderState.RETURNED, OrderState.WITHDRAWN]
        return self.case.orders.exclude(kind=OrderKind.TRANSFER).exclude(state__in=turned_away)

    @property
    def needs_lead(self) -> bool:
        """领导包案: a hard case, or one of high risk, is handled above the township by a leading official's seat."""
        is_grave = self.risk == Risk.HIGH or self.complexity == Complexity.HARD
        return is_grave and self.case.level_id in (Level.COUNTY, Level.CITY)
