"""What the routes for residents and 投诉建议 lead to."""

from django.core import signing

from governance.areas.models import Area
from grids.actions.progress import RECEIPT_SALT
from tests.factories import grids, public


def token(area: Area) -> dict:
    grids.make_grid(area)
    return {"token": public.make_code(area).token}


def token_to(step: str):
    return lambda area: token(area) | {"step": step}


def area_code(area: Area) -> dict:
    return {"code": area.code}


def suggestion(area: Area) -> dict:
    return {"number": public.make_suggestion(area, phone="13800138000").number}


def suggestion_to(step: str):
    return lambda area: suggestion(area) | {"step": step}


def receipt(area: Area) -> dict:
    """The key of a receipt nobody was given: there is no such report."""
    return {"key": signing.dumps(0, salt=RECEIPT_SALT)}
