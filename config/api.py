"""The one router of the API. Each app's `api.py` lists its routes as `(prefix, viewset, basename)`."""

from rest_framework.routers import DefaultRouter

from deeds import api as deeds
from disputes.api import routes as disputes
from governance.areas import api as areas
from governance.casework.api import routes as casework
from governance.dispatch.api import routes as dispatch
from governance.files import api as files
from governance.integrity import api as integrity
from governance.party import api as party
from governance.statistics import api as statistics
from grids.api import routes as grids
from property import api as property_

router = DefaultRouter()
router.include_root_view = False

for app in (
    areas,
    statistics,
    integrity,
    party,
    casework,
    dispatch,
    files,
    grids,
    disputes,
    property_,
    deeds,
):
    for prefix, viewset, basename in app.ROUTES:
        router.register(prefix, viewset, basename)
