"""The deed backlog of a compound, as a panel of its page."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import DeedProject
from deeds.states import HomeState
from governance.kernel.scope import codes_above
from governance.people.models import User
from grids.models import Compound
from grids.panels import Line, Panel

_COUNTED = [state for state in HomeState if state != HomeState.UNLISTED]


def deeds_panel(compound: Compound, user: User, day: date) -> Panel | None:
    """How far the deeds of the compound's homes are today: the project of its name where it lies."""
    if not user.may(Right.VIEW, compound.area_code):
        return None
    rows = DeedProject.objects.for_user(user).filter(
        name=compound.name, area_code__in=codes_above(compound.area_code)
    )
    project = rows.with_home_counts().first()
    if project is None:
        return Panel(_("办证"), empty=_("不在办证难台账上。"))
    homes = sum(getattr(project, f"{state}_homes") for state in _COUNTED)
    tone = "ok" if project.is_solved else "near"
    lines = (
        Line(_("项目状态"), project.get_state_display(), tone=tone),
        Line(_("列入台账"), _("{} 套").format(homes)),
        Line(_("已发证"), _("{} 套").format(project.issued_homes)),
    )
    url = reverse("deeds:project_detail", args=[project.pk])
    return Panel(_("办证"), lines, href=url, href_label=_("办证项目"))
