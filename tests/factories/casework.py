"""Cases, past the verbs: any state, any day. Rules and calendar as the base preset has them."""

import json
from itertools import count
from pathlib import Path

from django.conf import settings

from governance.areas.models import Area
from governance.casework.actions.calendar import load_published_days
from governance.casework.actions.rules import load_rule_sets
from governance.casework.enums import KIND_LETTERS, Kind
from governance.casework.models import Case
from governance.kernel.days import today

_numbers = count(1)
_PRESET = Path(settings.BASE_DIR) / "config" / "presets" / "base"


def make_rules() -> None:
    """Deadlines and the working calendar."""
    load_rule_sets(json.loads((_PRESET / "rule_sets.json").read_text()))
    load_published_days()


def make_case(area: Area, **fields) -> Case:
    """A case just registered in `area`, owned by that area."""
    number = next(_numbers)
    letter = KIND_LETTERS[fields.get("kind", Kind.DISPUTE)]
    defaults = {
        "kind": Kind.DISPUTE,
        "number": f"{area.code[:6].ljust(6, '0')}{letter}{today():%Y%m%d}{number:05d}",
        "public_code": f"TEST{number:06d}",
        "title": f"办件{number}",
        "owner_area": area,
        "level_id": area.level_id,
        "state": "registered",
        "tick_at": fields.get("due_at") or fields.get("handle_due_at"),
    }
    return Case.objects.create(area=area, **(defaults | fields))
