"""Codes on walls, reports by them, 投诉建议: minimal and lawful."""

import json
import uuid
from datetime import timedelta
from itertools import count
from pathlib import Path

from django.conf import settings

from governance.areas.models import Area
from governance.casework.enums import PUBLIC_CODE_LETTERS
from governance.kernel.days import today
from grids.actions.event_categories import load_event_categories
from grids.actions.notices import load_privacy_notices
from grids.actions.suggestions import tail_index
from grids.models import PublicCode, ResidentReport, Suggestion
from grids.states.suggestions import SuggestionState
from tests.factories.people import make_roles

_numbers = count(1)
_PRESET = Path(settings.BASE_DIR) / "config" / "presets" / "base"


def make_catalogue() -> None:
    """The event categories and privacy notices of the base preset."""
    make_roles()
    load_event_categories(json.loads((_PRESET / "event_categories.json").read_text()))
    load_privacy_notices(json.loads((_PRESET / "privacy_notices.json").read_text()))


def letters(number: int, length: int) -> str:
    """A code of a length, another for every number."""
    found = ""
    while len(found) < length:
        number, place = divmod(number, len(PUBLIC_CODE_LETTERS))
        found = PUBLIC_CODE_LETTERS[place] + found
    return found


def make_code(area: Area, **fields) -> PublicCode:
    """The open code of a place, a new one where there is none."""
    kind = "building" if area.level_id == "building" else "grid"
    held = PublicCode.objects.open().filter(area=area).first()
    if held and not fields:
        return held
    return PublicCode.objects.create(area=area, kind=kind, token=letters(next(_numbers), 8), **fields)


def make_suggestion(area: Area, *, state=SuggestionState.RECEIVED, phone: str = "", **fields) -> Suggestion:
    number = next(_numbers)
    waits = state in (SuggestionState.RECEIVED, SuggestionState.REOPENED)
    suggestion = Suggestion(
        **{
            "area": area,
            "number": f"TEST{number:08d}",
            "public_code": letters(number, 10),
            "client_uuid": uuid.uuid4(),
            "kind": "complaint",
            "subject": "service",
            "text": "网格员说话不客气",
            "state": state,
            "due_on": today() + timedelta(days=21),
            "answered_on": None if waits else today(),
            "closed_on": today() if state == SuggestionState.CLOSED else None,
            **fields,
        }
    )
    suggestion.seal_value("phone", phone)
    suggestion.tail_index = tail_index(suggestion.public_code, phone)
    suggestion.save()
    return suggestion


def make_report(event, code: PublicCode, **fields) -> ResidentReport:
    """A report that opened an event: its reporter, its code."""
    return ResidentReport.objects.create(
        **{
            "event": event,
            "code": code,
            "area": code.area,
            "reporter": event.reporters.first(),
            "public_code": event.case.public_code,
            "client_uuid": uuid.uuid4(),
            "topic": "facility",
            "text": "单元门口路灯不亮",
            **fields,
        }
    )
