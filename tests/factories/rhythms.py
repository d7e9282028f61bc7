"""Rhythms in force and campaigns, past the verbs."""

import json
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from governance.areas.models import Area
from governance.kernel.days import today
from grids.actions.rhythms import load_rhythms
from grids.models import Campaign, RhythmChoice, RhythmRule

_ROWS = Path(settings.BASE_DIR) / "config/presets/base/rhythms.json"


def make_rhythms() -> dict[str, RhythmRule]:
    """The rules of the base preset, by code; none is in force."""
    load_rhythms(json.loads(_ROWS.read_text(encoding="utf-8")))
    return {rule.code: rule for rule in RhythmRule.objects.all()}


def switch_on(area: Area, *codes: str, days: int | None = None, is_on: bool = True) -> None:
    """Rules of the base preset put in force in an area, for their own days unless others are given."""
    rules = make_rhythms()
    for code in codes:
        RhythmChoice.objects.create(
            area=area, rule=rules[code], is_on=is_on, days=days or rules[code].days, set_on=today()
        )


def make_campaign(
    area: Area, *, name: str = "冬季大走访", ago: int = 3, ahead: int = 10, **fields
) -> Campaign:
    """A campaign that began `ago` days ago and has `ahead` days to go."""
    return Campaign.objects.create(
        area=area,
        name=name,
        from_on=today() - timedelta(days=ago),
        to_on=today() + timedelta(days=ahead),
        **fields,
    )
