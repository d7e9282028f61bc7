"""How far a campaign has come, by the households reached: by area, never by person."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import Left

from governance.areas.models import Area, AreaLevel
from grids.models import Campaign


@dataclass(frozen=True)
class Reached:
    """Households of an area and how many of them were met or spoken to in the campaign's time."""

    code: str
    name: str
    households: int
    contacted: int

    @property
    def left(self) -> int:
        return self.households - self.contacted

    @property
    def share(self) -> float | None:
        return 100 * self.contacted / self.households if self.households else None


def progress_of(campaign: Campaign) -> tuple[Reached, list[Reached]]:
    """The whole, and each area of the next level: three statements whatever their number."""
    own = len(campaign.area_code)
    widths = (
        AreaLevel.objects.filter(code_width__gt=own)
        .order_by("code_width")
        .values_list("code_width", flat=True)
    )
    width = widths.first() or own
    met = campaign.contacts().filter(household=OuterRef("pk"))
    rows = (
        campaign.households()
        .annotate(part=Left("area_code", width))
        .values("part")
        .annotate(households=Count("pk"), contacted=Count("pk", filter=Exists(met)))
        .order_by("part")
    )
    found = list(rows)
    names = dict(Area.objects.filter(code__in=[row["part"] for row in found]).values_list("code", "name"))
    parts = [
        Reached(row["part"], names.get(row["part"], row["part"]), row["households"], row["contacted"])
        for row in found
    ]
    households, contacted = (
        sum(getattr(part, name) for part in parts) for name in ("households", "contacted")
    )
    whole = Reached(campaign.area_code, campaign.area.name, households, contacted)
    return whole, parts if width > own else []
