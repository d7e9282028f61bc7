from datetime import date

from django.db import models
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Level
from governance.areas.models import Area, AreaParent
from governance.areas.models.tree import AreaQuerySet
from governance.kernel.days import quarter_start
from governance.party.enums import Tier
from governance.party.models import PartyOrg
from governance.people.models import PostHolding
from grids.enums.advisers import AdviserWork
from grids.enums.rights import Right
from grids.enums.standards import Standard
from grids.enums.team import GRID_WORKER
from grids.models.advisers import AdviserAssignment, AdviserDuty, AdviserRecord
from grids.models.orgs import CommunityOrg
from grids.models.standards import CommunityStandard


def _count(rows: QuerySet, by: str = "area_code", of: str = "code") -> Coalesce:
    """How many of `rows` belong to the community of the outer row: their column `by` is its column `of`."""
    sums = rows.filter(**{by: OuterRef(of)}).order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(sums), 0)


def _kept(rows: QuerySet, as_of: date) -> QuerySet:
    """`rows` with the area that kept them on a day, as `keeper`: their own while it stood, then its heir."""
    then = FilteredRelation("area__keepers", condition=Q(area__keepers__valid__contains=as_of))
    return rows.annotate(_then=then, keeper=Coalesce("_then__keeper", "area"))


def _grids(as_of: date):
    return AreaParent.objects.filter(valid__contains=as_of, area__grid__isnull=False)


def _staffed_grids(as_of: date):
    workers = PostHolding.objects.live_on(as_of).filter(
        post__area=OuterRef("area"), post__role__code=GRID_WORKER, is_cover=False
    )
    return _grids(as_of).filter(Exists(workers))


class CommunityQuerySet(AreaQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_force(self, as_of: date):
        """Communities that exist on a day."""
        return self.open_on(as_of)

    def advised(self, as_of: date):
        """Communities with a legal adviser on a day."""
        serving = _kept(AdviserAssignment.objects.live_on(as_of), as_of)
        return self.in_force(as_of).filter(pk__in=serving.values("keeper"))

    def with_party_org(self, as_of: date):
        """Communities with a Party organisation of their own tier on a day."""
        orgs = PartyOrg.objects.in_force(as_of).filter(tier=Tier.COMMUNITY, area=OuterRef("pk"))
        return self.in_force(as_of).filter(Exists(orgs))

    def supported(self, as_of: date):
        """Communities with as many organisations on a day as the place's standard asks for."""
        least = CommunityStandard.of(Standard.ORGS)
        if not least:
            return self.in_force(as_of)
        orgs = _kept(CommunityOrg.objects.in_force(as_of), as_of).values("keeper").annotate(n=Count("pk"))
        return self.in_force(as_of).filter(pk__in=orgs.filter(n__gte=least).values("keeper"))

    def for_list(self, as_of: date):
        """How each community stands on a day: staff, adviser, duties of the month, lectures of the quarter."""
        adviser = AdviserAssignment.objects.live_on(as_of).filter(area_code=OuterRef("code"))
        lectures = AdviserRecord.objects.filter(
            kind=AdviserWork.LECTURE, on__gte=quarter_start(as_of), on__lte=as_of
        )
        return self.in_force(as_of).annotate(
            grids=_count(_grids(as_of), "parent", "pk"),
            staffed=_count(_staffed_grids(as_of), "parent", "pk"),
            adviser=Subquery(adviser.values("adviser__name")[:1]),
            duties=_count(AdviserDuty.objects.in_month(as_of)),
            lectures=_count(lectures),
            orgs=_count(CommunityOrg.objects.in_force(as_of)),
            vacancies=F("grids") - F("staffed"),
        )


class CommunityManager(models.Manager.from_queryset(CommunityQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(level=Level.COMMUNITY)


class Community(Area):
    """A community (or village) as the place whose grids, advisers and organisations are looked after together."""

    objects = CommunityManager()

    class Meta:
        proxy = True
        verbose_name = _("社区（村）")
        verbose_name_plural = _("社区（村）")
