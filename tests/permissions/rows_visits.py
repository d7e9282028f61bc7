"""Who gets what of visits, their pictures and what is built on them."""

from tests.permissions import makers
from tests.permissions.rows import verb

_building = {"level": "building"}
VISITS = {
    "grids:visit_photos": verb("补走访照片", "grids.visit", makers.receipt, **_building),
    "visit-photos": verb("接口：补走访照片", "grids.visit", makers.receipt, **_building),
}
