"""The portal's busy paths, each with the thinnest thing that could stand in its place, and what may lie between."""

import itertools
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlencode

from django.core.management.base import CommandError
from django.urls import reverse

from bench.asking import People
from bench.calling import Call, Request, reading
from disputes.models import Dispute
from disputes.states import DisputeState
from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import PostHolding

CITY, DISTRICT = "01", "0103"
CLIENTS = 4
TILES = 10
WORD = "漏水"
COUNTED = "visits.count"


@dataclass(frozen=True)
class Pair:
    """`most` and `aim` are times the floor's p50, `queries` statements, `growth` times from the small city on.

    `by_district`: the answer has a line for every district of the city, ours and the floor's alike.
    """

    name: str
    ours: Call
    floor: Call
    most: float
    aim: float
    queries: int
    growth: float
    floor_times: int = 1
    by_district: bool = False


@dataclass
class Asking:
    """Who asks, and where."""

    people: People
    floor: dict
    suspended: set[int] = field(default_factory=set)

    def __post_init__(self):
        self.client, self.worker = self.people.holding("api_client"), self.people.holding("grid_worker")
        self.official = self.people.holding("city_official")
        self.token = self.people.api_headers(self.client)
        self.disputes = self._at_the_table()

    def _at_the_table(self) -> list[Dispute]:
        """Disputes being mediated where one person may, one a client, so that they can be suspended and resumed."""
        for holding in self.people.holdings("street_dispatcher"):
            rows = Dispute.objects.for_user(holding.user).filter(case__state=DisputeState.MEDIATING)
            found = list(rows.select_related("case").order_by("case_id")[:CLIENTS])
            if len(found) == CLIENTS:
                self.mediator = holding
                return found
        raise CommandError(f"没有哪一处在调的纠纷有 {CLIENTS} 件。 (Nowhere enough in mediation.)")


def pairs(asking: Asking) -> list[Pair]:
    """All that are measured, in the order in which they are visited."""
    return [*_lists(asking), *_figures(asking), *_single(asking)]


def _api(asking: Asking, name: str, route: str, *args, **query) -> Call:
    return reading(name, f"{reverse(route, args=args)}?{urlencode(query)}", asking.token)


def _floor(asking: Asking, path: str, **query) -> Call:
    return reading(path, f"/{path}?{urlencode(query)}", asking.floor)


def _lists(asking: Asking) -> list[Pair]:
    city, district = asking.client.area_code, _district(asking.client)
    since = (today() - timedelta(days=90)).isoformat()
    narrowed = {"area": district, "state": "closed", "registered_from": since}
    plain = _floor(asking, "page")
    counted = _floor(asking, "counted", status=3, place=DISTRICT, days=90)
    found = _floor(asking, "counted", q=WORD + "a", place=DISTRICT, days=90)
    search = narrowed | {"q": WORD}
    return [
        Pair("纠纷一页 50", _api(asking, "list", "dispute-list", area=city), plain, 4, 2, 8, 1.3),
        Pair("走访一页 50", _api(asking, "visits", "visit-list", area=city), plain, 4, 2, 8, 1.3),
        Pair(
            "纠纷：状态×区划×日期",
            _api(asking, "narrow", "dispute-list", **narrowed),
            counted,
            4,
            1.5,
            8,
            1.5,
        ),
        Pair("两字查找＋区划＋日期", _api(asking, "search", "dispute-list", **search), found, 5, 2, 8, 3),
    ]


def _figures(asking: Asking) -> list[Pair]:
    asked = {"indicator": COUNTED, "area": asking.client.area_code}
    month = asked | {"from": (today() - timedelta(days=30)).isoformat()}
    value = "statistics-values-list"
    places, days = (
        _floor(asking, "by-place", place=CITY, days=31),
        _floor(asking, "by-day", place=CITY, days=31),
    )
    board = f"{reverse('statistics:board')}?{urlencode({'area': asking.official.area_code})}"
    page = reading("board", board, asking.people.page_headers(asking.official.user))
    return [
        Pair("统计值", _api(asking, "tile", value, **month), places, 3, 1.5, 4, 1.3),
        Pair(
            "统计按下级",
            _api(asking, "by area", value, **month, by="area"),
            places,
            3,
            1.5,
            4,
            1.3,
            by_district=True,
        ),
        Pair("统计按日", _api(asking, "by day", value, **month, by="day"), days, 3, 1.5, 4, 1.3),
        Pair("全市看板", page, places, 1, 1, 20, 1.3, floor_times=TILES, by_district=True),
    ]


def _single(asking: Asking) -> list[Pair]:
    number = asking.disputes[0].case.number
    detail = _api(asking, "detail", "dispute-detail", number)
    one = _floor(asking, "matters/7")
    visit = Call("visit", asking.people.api_headers(asking.worker), lambda client: _visits(asking))
    steps = Call("steps", asking.people.api_headers(asking.mediator), lambda client: _steps(asking, client))
    made, moved = Call("create", asking.floor, _matters), Call("move", asking.floor, _moves)
    return [
        Pair("纠纷详情", detail, one, 3, 1.5, 8, 1.1),
        Pair("登记走访", visit, made, 3, 1.8, 15, 1.2),
        Pair("办理一步（中止、恢复）", steps, moved, 3, 1.5, 12, 1.2),
    ]


def _district(client: PostHolding) -> str:
    """The code of the first county below a city."""
    return Area.objects.children_of(client.area).order_by("code").values_list("code", flat=True)[0]


def _visits(asking: Asking) -> Iterator[Request]:
    body = {"area": asking.worker.area_code, "place": "bench", "way": "street", "outcome": "normal"}
    while True:
        asking.people.sent.append(uuid.uuid4())
        yield Request(
            "POST", reverse("visit-list"), json.dumps(body | {"client_uuid": str(asking.people.sent[-1])})
        )


def _steps(asking: Asking, client: int) -> Iterator[Request]:
    """Suspend, resume, and so on from where this client's dispute stands."""
    number, said = asking.disputes[client].case.number, json.dumps({"note": "bench"})
    while True:
        step = "resume" if client in asking.suspended else "suspend"
        asking.suspended ^= {client}
        yield Request("POST", reverse(f"dispute-{step}", args=[number]), said)


def _matters(client: int) -> Iterator[Request]:
    body = {
        "place": 1000 + client,
        "category": 3,
        "worker": 5,
        "title": "bench",
        "words": "bench",
        "reporter": "b",
    }
    return itertools.repeat(Request("POST", "/matters", json.dumps(body)))


def _moves(client: int) -> Iterator[Request]:
    return itertools.cycle(
        Request("POST", f"/matters/{11 + client}/move", json.dumps({"status": status, "note": "bench"}))
        for status in (1, 2)
    )
