"""Whom a meeting asks and whom it counts: offices below the one that meets, and seats beside it."""

from dataclasses import dataclass

from governance.areas.models import Area
from governance.dispatch.enums import Right
from governance.kernel.days import today
from governance.people.models import Post


@dataclass(frozen=True)
class Office:
    """An area's office, or one seat of it; `key` names it in a form: the area's code, with a seat `code.seat`."""

    area: Area
    post: Post | None = None

    @property
    def key(self) -> str:
        return f"{self.area.code}.{self.post.pk}" if self.post else self.area.code

    @property
    def name(self) -> str:
        return str(self.post) if self.post else self.area.name


def offices_around(area: Area) -> list[Office]:
    """The office itself, those one level below, and the seats of the area that answer for tasks."""
    below = [Office(child) for child in Area.objects.children_of(area).order_by("code")]
    seats = Post.objects.open_on(today()).filter(area=area, role__rights__contains=[Right.REPORT])
    beside = [
        Office(area, seat) for seat in seats.select_related("area", "role").order_by("role__position", "pk")
    ]
    return [Office(area), *below, *beside]


def chairs_of(area: Area):
    """The seats of an area that may chair its meeting."""
    seats = Post.objects.open_on(today()).filter(area=area, role__rights__contains=[Right.MANAGE])
    return seats.select_related("area", "role").order_by("role__position", "pk")
