from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.rhythms import LEVELS_OF_CHOICE
from grids.enums.rights import Right
from grids.models import RhythmChoice, RhythmRule


def load_rhythms(rows: list[dict]) -> None:
    """Add the rules a preset proposes; none is in force before an area takes it up."""
    for position, row in enumerate(rows):
        RhythmRule.objects.update_or_create(code=row.pop("code"), defaults=row | {"position": position})


def choose_rhythm(area: Area, rule: RhythmRule, *, by: User, days: int, is_on: bool) -> RhythmChoice:
    """Say for an area and everything below it that may not have said otherwise how a rule is applied."""
    if not by.may(Right.MANAGE, area.code):
        raise PermissionDenied
    if area.level_id not in LEVELS_OF_CHOICE:
        raise Refused("level_too_low", _("走访节奏由社区以上设置，网格按社区的设置执行。"))
    with transaction.atomic():
        RhythmRule.objects.select_for_update().get(pk=rule.pk)  # whoever else chooses for it waits
        held = RhythmChoice.objects.select_for_update().filter(area=area, rule=rule).first()
        before = held and {"is_on": held.is_on, "days": held.days}
        choice = held or RhythmChoice(area=area, rule=rule)
        choice.is_on, choice.days, choice.set_by, choice.set_on = is_on, days, by, today()
        choice.place_in(area)
        choice.full_clean()
        choice.save()
        after = {"rule": rule.code, "is_on": is_on, "days": days}
        record("grids.choose_rhythm", by=by, subject=choice, before=before, after=after)
    return choice
