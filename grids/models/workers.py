from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _

from governance.kernel.scope import under
from governance.people.models import PostHolding, PostHoldingQuerySet, User
from grids.enums.rights import Right
from grids.enums.team import COMMUNITY_SECRETARY, GRID_WORKER, TeamRole


class GridWorkerQuerySet(PostHoldingQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_post(self, as_of):
        """Seats of grid workers held on a day in grids that stand then; cover (代管) is not counted."""
        standing = Q(area__closed_on__isnull=True) | Q(area__closed_on__gt=as_of)
        return self.live_on(as_of).filter(standing, is_cover=False)

    def for_list(self, as_of):
        return self.in_post(as_of).annotate(
            name=F("user__name"), area_name=F("area__name"), from_on=F("valid__startswith")
        )


class GridWorkerManager(models.Manager.from_queryset(GridWorkerQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(post__role__code=GRID_WORKER)


class GridWorker(PostHolding):
    """A grid worker's holding of a seat, readable by whoever may see the grids."""

    objects = GridWorkerManager()

    class Meta:
        proxy = True
        verbose_name = _("网格员")
        verbose_name_plural = _("网格员")


class TeamMemberQuerySet(PostHoldingQuerySet):
    VIEW_RIGHT = Right.LEAD

    def led_by(self, user: User, day: date):
        """The members whose direct leader a person is on a day.

        The leader of a grid leads its other members; the community's secretary leads the leaders, and everybody
        of a grid that has none.
        """
        led = Q(pk__in=[])
        for seat in user.seats:
            if seat.role_code == TeamRole.LEADER:
                led |= under("area_code", seat.area_code) & ~_IS_LEADER
            if seat.role_code == COMMUNITY_SECRETARY:
                led |= under("area_code", seat.area_code) & (_IS_LEADER | ~Exists(_leaders(day)))
        return self.live_on(day).filter(led).exclude(user=user)


_IS_LEADER = Q(post__role__code=TeamRole.LEADER)


def _leaders(day: date):
    """Whoever else leads, on a day, the grid that the seat of the outer query lies in."""
    leaders = PostHolding.objects.live_on(day).filter(_IS_LEADER).exclude(user=OuterRef("user"))
    return leaders.filter(area_code=Left(OuterRef("area_code"), Length("area_code")))


class TeamMemberManager(models.Manager.from_queryset(TeamMemberQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(post__role__code__in=TeamRole.values)


class TeamMember(PostHolding):
    """A seat held in the team of a grid, as the member's direct leader reads it."""

    objects = TeamMemberManager()

    class Meta:
        proxy = True
        verbose_name = _("网格队伍成员")
        verbose_name_plural = _("网格队伍成员")
