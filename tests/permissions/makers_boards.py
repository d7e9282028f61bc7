"""Boards that somebody else keeps."""

from governance.areas.models import Area
from tests.factories.boards import make_view
from tests.factories.people import make_user


def view_of_another(area: Area) -> dict:
    return {"pk": make_view(make_user(), area).pk}
