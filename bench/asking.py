"""What is measured: ten pages and calls of people at work, each asked by somebody who may."""

import json
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.sessions.backends.cached_db import SessionStore
from django.core.management.base import CommandError
from django.urls import reverse

from bench.calling import Call, Request
from disputes.models import Dispute, Series
from governance.kernel.days import today
from governance.people.actions import issue_token, revoke_token
from governance.people.models import PostHolding, User
from grids.models import Visit

MINIMAL, ONE_ROW = "最小视图", "最小视图 + 一行"
STATISTIC = {"indicator": "disputes.resolution_rate"}


@dataclass(frozen=True)
class Ask:
    """One request. `body` makes a new body each time, for what may be sent only once."""

    name: str
    path: str
    headers: dict = field(default_factory=dict)
    body: object = None

    def request(self) -> Request:
        return Request("POST", self.path, self.body()) if self.body else Request("GET", self.path)

    @property
    def call(self) -> Call:
        """The same as what one client asks again and again."""
        return Call(self.name, self.headers, lambda client: iter(self.request, None))


@dataclass
class People:
    """Who asks: somebody of each role with the headers of a log-in."""

    sent: list[uuid.UUID] = field(default_factory=list)
    sessions: list[SessionStore] = field(default_factory=list)
    tokens: list = field(default_factory=list)

    def holdings(self, role: str):
        """Who holds a role today, by area."""
        live = PostHolding.objects.live_on(today()).filter(post__role__code=role, user__is_active=True)
        return live.select_related("user", "post__role").order_by("area_code", "pk")

    def holding(self, role: str) -> PostHolding:
        found = self.holdings(role).first()
        if found is None:
            raise CommandError(f"没有在岗的 {role}，请先载入示范城市。 (Nobody holds this role.)")
        return found

    def page_headers(self, user: User) -> dict:
        """A session of our own: the log-ins of people at work stay as they are."""
        session = SessionStore()
        session["_auth_user_id"] = str(user.pk)
        session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
        session["_auth_user_hash"] = user.get_session_auth_hash()
        session.save()
        self.sessions.append(session)
        return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session.session_key}"}

    def api_headers(self, holding: PostHolding) -> dict:
        user = holding.user
        token, secret = issue_token(user, by=user, name="bench", rights=holding.post.role.rights, days=1)
        self.tokens.append((token, user))
        return {"Authorization": f"Token {secret}", "Content-Type": "application/json"}

    def leave(self) -> None:
        """Take away what the measuring left: visits, sessions, tokens."""
        Visit.objects.filter(client_uuid__in=self.sent).delete()
        for session in self.sessions:
            session.flush()
        for token, user in self.tokens:
            revoke_token(token, by=user)


@contextmanager
def measuring():
    """People who ask, and who leave nothing behind."""
    people = People()
    try:
        yield people
    finally:
        people.leave()


@contextmanager
def asks():
    """The minimal views and the pages, in the order in which they are visited."""
    with measuring() as people:
        yield [
            Ask(MINIMAL, "/bench/minimal/"),
            Ask(ONE_ROW, "/bench/one-row/"),
            *_pages(people),
            *_calls(people),
        ]


def _address(route: str, *args, **query) -> str:
    return f"{reverse(route, args=args)}?{urlencode(query)}"


def _pages(people: People) -> list[Ask]:
    office, city, worker = (
        people.holding(role) for role in ("street_dispatcher", "city_official", "grid_worker")
    )
    case = Dispute.objects.for_user(office.user).order_by("-case_id").select_related("case").first()
    if case is None:
        raise CommandError(f"{office.area_code} 没有纠纷。 (There is no dispute.)")
    desk, top = people.page_headers(office.user), people.page_headers(city.user)
    return [
        Ask("待办队列", reverse("casework:queue"), desk),
        Ask("纠纷详情", reverse("disputes:case_detail", args=[case.case.number]), desk),
        Ask("看板（全市）", _address("statistics:board", area=city.area_code), top),
        Ask(
            "指标说明",
            _address("statistics:explain", STATISTIC["indicator"], area=city.area_code),
            top,
        ),
        Ask("网格清单", reverse("grids:grid_list"), top),
        Ask("走访清单（筛选）", _address("grids:visit_list", area=city.area_code, outcome="need"), top),
        Ask("网格员今日", reverse("grids:today"), people.page_headers(worker.user)),
        *_series(city.user, top),
    ]


def _series(user: User, headers: dict) -> list[Ask]:
    """The largest series: the demo city's has four hundred households on one page."""
    largest = Series.objects.for_user(user).for_list().order_by("-households").first()
    if largest is None:
        return []
    path = reverse("disputes:series_detail", args=[largest.pk])
    return [Ask(f"系列案（{largest.households} 户）", path, headers)]


def _calls(people: People) -> list[Ask]:
    client, worker = people.holding("api_client"), people.holding("grid_worker")
    token = people.api_headers(client)
    asked = STATISTIC | {"area": client.area_code}

    def visit() -> str:
        people.sent.append(uuid.uuid4())
        body = {"area": worker.area_code, "place": "bench", "way": "street", "outcome": "normal"}
        return json.dumps(body | {"client_uuid": str(people.sent[-1])})

    return [
        Ask("API 统计值", _address("statistics-values-list", **asked), token),
        Ask("API 统计按区划", _address("statistics-values-list", **asked, by="area"), token),
        Ask("API 走访一页", _address("visit-list", area=client.area_code), token),
        Ask("API 登记走访", reverse("visit-list"), people.api_headers(worker), visit),
    ]
