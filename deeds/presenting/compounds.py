"""The deed backlog of a compound, as a panel of its page."""

from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import DeedProject
from deeds.states import HomeState
from governance.kernel.scope import codes_above
from governance.people.models import User
from grids.models import Compound
from grids.panels import Line, Panel

_LISTED = ~Q(homes__state=HomeState.UNLISTED)
_ISSUED = Q(homes__state__in=(HomeState.ISSUED, HomeState.DELIVERED))


def deeds_panel(compound: Compound, user: User, day: date) -> Panel | None:
    """How far the deeds of the compound's homes are today: the project of its name where it lies."""
    if not user.may(Right.VIEW, compound.area_code):
        return None
    rows = DeedProject.objects.for_user(user).filter(
        name=compound.name, area_code__in=codes_above(compound.area_code)
    )
    counts = {"listed": Count("homes", filter=_LISTED), "issued": Count("homes", filter=_ISSUED)}
    project = rows.annotate(**counts).order_by("pk").first()
    if project is None:
        return Panel(_("办证"), empty=_("不在办证难台账上。"))
    lines = (
        Line(_("项目状态"), project.get_state_display(), tone="ok" if project.is_solved else "near"),
        Line(_("列入台账"), _("{} 套").format(project.listed)),
        Line(_("已发证"), _("{} 套").format(project.issued)),
    )
    url = reverse("deeds:project_detail", args=[project.pk])
    return Panel(_("办证"), lines, href=url, href_label=_("办证项目"))
