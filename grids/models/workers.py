from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from governance.people.models import PostHolding, PostHoldingQuerySet
from grids.enums.rights import Right
from grids.enums.team import GRID_WORKER


class GridWorkerQuerySet(PostHoldingQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_post(self, as_of):
        """Seats of grid workers held on a day by somebody of their own; cover is not counted."""
        return self.live_on(as_of).filter(is_cover=False)

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
