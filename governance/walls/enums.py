from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Level

MOST_TILES, A_SIDE = 12, 6
MOST_MAPPED = 4  # indicators that take turns on the map
FIRST_MAPPED = "disputes.resolution_rate"  # what the map shows unless something else is chosen
REFRESH_SECONDS = 45
DAYS, MOST_DAYS = 90, 366  # how long an address is good for: what the form offers, and at most
SEEN_EVERY = 60  # seconds between two notes of when a wall was last seen
CALLS_A_MINUTE = 120  # of one wall, however many screens show it
WRONG_A_MINUTE = 30  # addresses that are no wall, from one client
SMALLEST_SHOWN = 5  # below it a figure could tell of single persons, whatever it counts
# Below a community the map would name buildings, which is where people live.
LEVELS = (Level.CITY, Level.COUNTY, Level.TOWNSHIP, Level.COMMUNITY)


class Right(models.TextChoices):
    OPEN = "walls.open", _("把看板投到大屏")
