from datetime import date

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, Sum, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.areas.models import Area, AreaBound, AreaParent
from governance.kernel.scope import ScopedQuerySet
from governance.party.enums import Tier
from governance.party.models import PartyOrgArea
from governance.people.models import Post, PostHolding
from grids.enums.rights import Right
from grids.enums.team import GRID_WORKER, TeamRole
from grids.enums.territory import CompoundKind


class GridSizeRule(models.Model):
    """How many households a grid of a kind should have: data of the place, with the paper it comes from."""

    kind = models.CharField(_("网格类别"), max_length=20, choices=AreaKind, unique=True)
    least = models.PositiveIntegerField(_("最少户数"))
    most = models.PositiveIntegerField(_("最多户数"))
    source = models.CharField(_("依据"), max_length=200)

    class Meta:
        verbose_name = _("网格规模标准")
        verbose_name_plural = _("网格规模标准")
        constraints = [
            models.CheckConstraint(
                name="grids_size_rule_order",
                condition=Q(most__gte=F("least")),
                violation_error_message=_("最多户数不能小于最少户数。"),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.least}–{self.most}"


def households_by_grid(as_of: date):
    """Rows of `parent` (a grid's area) and `households`, summed over its building groups of that day."""
    return (
        AreaParent.objects.filter(valid__contains=as_of, area__building_group__isnull=False)
        .values("parent")
        .annotate(households=Sum("area__building_group__household_count"))
    )


def served_by(tier: str, as_of: date):
    """The areas that Party organisations of a tier serve on a day."""
    return PartyOrgArea.objects.live_on(as_of).filter(org__tier=tier).values("area")


class GridQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_force(self, as_of: date):
        """Grids that exist on a day."""
        return self.filter(
            Q(area__closed_on__isnull=True) | Q(area__closed_on__gt=as_of), area__opened_on__lte=as_of
        )

    def urban(self):
        return self.filter(area__kind=AreaKind.URBAN)

    def staffed(self, as_of: date):
        """Grids with a worker of their own on a day; a cover (代管) does not count."""
        return self.filter(Exists(self._workers(as_of)))

    def unstaffed(self, as_of: date):
        return self.filter(~Exists(self._workers(as_of)))

    def with_party_branch_on(self, as_of: date):
        """Grids that a Party branch serves on a day."""
        return self.filter(area__in=served_by(Tier.BRANCH, as_of))

    def without_party_branch_on(self, as_of: date):
        return self.exclude(area__in=served_by(Tier.BRANCH, as_of))

    def in_size_range(self, as_of: date):
        """Grids whose households lie within the rule of their kind; without a rule none does.

        The sum is asked for grid by grid: adding up the whole country first costs a community as much as a city.
        """
        sums = households_by_grid(as_of).filter(parent=OuterRef("area"))
        fitting = Q(pk__in=[])
        for rule in GridSizeRule.objects.all():
            fitting |= Q(area__kind=rule.kind, added_up__range=(rule.least, rule.most))
        return self.alias(added_up=Subquery(sums.values("households"))).filter(fitting)

    def for_list(self, as_of: date):
        """What a list shows beside the grid's own columns."""
        sums = households_by_grid(as_of).filter(parent=OuterRef("area"))
        return (
            self.in_force(as_of)
            .with_community(as_of)
            .annotate(
                name=F("area__name"),
                kind=F("area__kind"),
                households=Coalesce(Subquery(sums.values("households")), 0),
                is_staffed=Exists(self._workers(as_of)),
                worker=Subquery(self._workers(as_of).values("user__name")[:1]),
            )
        )

    def with_community(self, as_of: date):
        """The community a grid lay in on a day: its name, and its key."""
        above = AreaParent.objects.filter(area=OuterRef("area"), valid__contains=as_of)
        return self.annotate(
            community=Subquery(above.values("parent__name")[:1]),
            community_id=Subquery(above.values("parent")[:1]),
        )

    def with_vacancy(self, as_of: date):
        """Since when a grid has had no worker of its own, and who covers (代管) for it."""
        left = (
            PostHolding.objects.filter(
                post__area=OuterRef("area"),
                post__role__code=GRID_WORKER,
                is_cover=False,
                valid__endswith__lte=as_of,
            )
            .order_by("-valid__endswith")
            .values("valid__endswith")
        )
        covers = PostHolding.objects.live_on(as_of).filter(
            post__area=OuterRef("area"), post__role__code=GRID_WORKER, is_cover=True
        )
        return self.annotate(
            vacant_since=Coalesce(Subquery(left[:1]), F("area__opened_on")),
            cover=Subquery(covers.order_by("pk").values("user__name")[:1]),
        )

    @staticmethod
    def _workers(as_of: date):
        return (
            PostHolding.objects.live_on(as_of)
            .filter(post__area=OuterRef("area"), post__role__code=GRID_WORKER, is_cover=False)
            .order_by("pk")
        )


class Grid(AreaBound):
    """What a grid is beyond its place in the tree. Its name, code and kind are the area's."""

    STAYS_WITH_AREA = True

    area = models.OneToOneField(Area, models.PROTECT, related_name="grid", verbose_name=_("网格"))
    boundary = models.CharField(_("四至范围"), max_length=200, blank=True)
    duty_phone = models.CharField(_("值守电话"), max_length=20, blank=True, help_text=_("公示用"))
    oversight_phone = models.CharField(_("监督电话"), max_length=20, blank=True, help_text=_("公示用"))
    cadre_rhythm = models.CharField(
        _("包联走访安排"), max_length=100, blank=True, help_text=_("如：每月至少到网格走访一次")
    )

    objects = GridQuerySet.as_manager()

    class Meta:
        verbose_name = _("网格")
        verbose_name_plural = _("网格")
        indexes = [models.Index(fields=["area_code"], name="grids_grid_area")]

    def __str__(self):
        return self.area.name

    def seats(self, day: date):
        """The seats of the team on a day, in the order of `TeamRole`, each with its `live` holdings."""
        live = PostHolding.objects.live_on(day).select_related("user").order_by("is_cover", "pk")
        order = [When(role__code=code, then=place) for place, code in enumerate(TeamRole.values)]
        return (
            Post.objects.within(self.area_code)
            .open_on(day)
            .filter(role__code__in=TeamRole.values)
            .select_related("role", "area")
            .prefetch_related(Prefetch("holdings", live, to_attr="live"))
            .order_by(Case(*order), "area_code", "pk")
        )

    def household_sum(self, day: date) -> int:
        return sum(row["households"] for row in households_by_grid(day).filter(parent=self.area))

    def size_rule(self) -> "GridSizeRule | None":
        return GridSizeRule.objects.filter(kind=self.area.kind).first()


class CompoundQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class Compound(AreaBound):
    """A residential compound (小区), in a community or, when it lies in one grid only, in that grid."""

    name = models.CharField(_("小区名称"), max_length=80)
    kind = models.CharField(_("类型"), max_length=20, choices=CompoundKind)
    address = models.CharField(_("地址"), max_length=120, blank=True)
    built_year = models.PositiveSmallIntegerField(_("建成年份"), null=True, blank=True)
    building_count = models.PositiveIntegerField(_("楼栋数"), default=0)
    household_count = models.PositiveIntegerField(_("户数"), default=0)
    floor_area = models.PositiveIntegerField(_("建筑面积（平方米）"), default=0)

    objects = CompoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("小区")
        verbose_name_plural = _("小区")
        indexes = [models.Index(fields=["area_code", "name"], name="grids_compound_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="grids_compound_once",
                violation_error_message=_("这个区划内已有同名小区。"),
            ),
            models.CheckConstraint(
                name="grids_compound_year",
                condition=Q(built_year__isnull=True) | Q(built_year__gte=1900, built_year__lte=2100),
                violation_error_message=_("建成年份应在 1900 到 2100 之间。"),
            ),
        ]

    def __str__(self):
        return self.name


class BuildingGroupQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_force(self, as_of: date):
        """Those that exist on a day."""
        return self.filter(
            Q(area__closed_on__isnull=True) | Q(area__closed_on__gt=as_of), area__opened_on__lte=as_of
        )

    def with_party_group_on(self, as_of: date):
        """Those that a Party group (楼院党小组) serves on a day."""
        return self.filter(area__in=served_by(Tier.GROUP, as_of))

    def without_party_group_on(self, as_of: date):
        return self.exclude(area__in=served_by(Tier.GROUP, as_of))

    def for_list(self, as_of: date):
        """Those of a day, with what a list shows."""
        return self.in_force(as_of).annotate(name=F("area__name"), compound_name=F("compound__name"))


class BuildingGroup(AreaBound):
    """A building group (楼院): the leaf of the tree and the thing that moves when grids are re-cut."""

    STAYS_WITH_AREA = True

    area = models.OneToOneField(Area, models.PROTECT, related_name="building_group", verbose_name=_("楼院"))
    compound = models.ForeignKey(
        Compound,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="building_groups",
        verbose_name=_("所属小区"),
    )
    household_count = models.PositiveIntegerField(_("户数"), default=0)
    unit_count = models.PositiveSmallIntegerField(_("单元数"), default=0)
    floor_count = models.PositiveSmallIntegerField(_("层数"), default=0)

    objects = BuildingGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("楼院")
        verbose_name_plural = _("楼院")
        indexes = [models.Index(fields=["area_code"], name="grids_building_area")]

    def __str__(self):
        return self.area.name
