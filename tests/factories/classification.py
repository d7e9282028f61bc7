"""Categories and the schemes of the base preset."""

import json
from pathlib import Path

from django.conf import settings

from disputes.actions.classification import load_schemes
from tests.factories.disputes import make_categories

_PRESET = Path(settings.BASE_DIR) / "config" / "presets" / "base"


def make_schemes() -> None:
    make_categories()
    load_schemes(json.loads((_PRESET / "category_schemes.json").read_text()))
