"""The addresses of the API. Each app's `api.py` lists its routes as `(prefix, viewset, basename)`."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from deeds import api as deeds
from disputes.api import routes as disputes
from governance.areas import api as areas
from governance.casework.api import routes as casework
from governance.dispatch.api import routes as dispatch
from governance.files import api as files
from governance.integrity import api as integrity
from governance.operations import api as operations
from governance.party import api as party
from governance.people import api as people
from governance.statistics.api import routes as statistics
from governance.walls import api as walls
from grids.api import routes as grids
from property import api as property_


def _at(prefix: str, viewset, basename: str):
    """A viewset's addresses under its prefix: one look at the prefix passes over all of them that are not meant."""
    router = SimpleRouter()
    router.register("", viewset, basename)
    return path(f"{prefix}/", include(router.urls))


urlpatterns = [
    _at(*route)
    for app in (
        areas,
        people,
        statistics,
        walls,
        integrity,
        operations,
        party,
        casework,
        dispatch,
        files,
        grids,
        disputes,
        property_,
        deeds,
    )
    for route in app.ROUTES
]
