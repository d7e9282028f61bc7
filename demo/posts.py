"""Seats of every level and the people in them: 6,674 seats of grid workers, 6,123 of them held."""

from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from demo import words
from demo.chance import chance
from demo.city import (
    BEIMIAO,
    CITY,
    FENGHUANG,
    HELANSHAN_WEST,
    JINFENG,
    SHANGHAI_WEST,
    XIXIA,
    YINXINYUAN,
    City,
)
from governance.people.models import Post, PostHolding, Role, User

WORKERS = 6123
GRIDS_A_LEADER = 5
PASSWORD = "shanzhi-demo-2026"  # noqa: S105 — printed at start, exists in demo mode alone
SINCE = date(2022, 3, 1)

# Seats beside the grids' own, by level.
COMMUNITY_ROLES = ("community_secretary",)
TOWNSHIP_ROLES = ("street_dispatcher", "street_deputy", "mediator", "judge")
COUNTY_ROLES = (
    "centre_window",
    "centre_supervisor",
    "department_handler",
    "county_official",
    "party_officer",
    "property_officer",
)
CITY_ROLES = ("city_official", "deeds_officer", "api_client", "system_admin", "security_admin", "auditor")

# The log-ins printed at start: name → (role, area code).
ACCOUNTS = {
    "worker": ("grid_worker", f"{YINXINYUAN}001"),
    "leader": ("grid_leader", f"{YINXINYUAN}001"),
    "beimiao": ("grid_worker", f"{BEIMIAO}001"),
    "secretary": ("community_secretary", YINXINYUAN),
    "dispatcher": ("street_dispatcher", SHANGHAI_WEST),
    "deputy": ("street_deputy", SHANGHAI_WEST),
    "mediator": ("mediator", SHANGHAI_WEST),
    "judge": ("judge", SHANGHAI_WEST),
    "fenghuang": ("street_dispatcher", FENGHUANG),
    "helanshan": ("street_dispatcher", HELANSHAN_WEST),
    "hongguang": ("street_dispatcher", BEIMIAO[:9]),
    "window": ("centre_window", XIXIA),
    "supervisor": ("centre_supervisor", JINFENG),
    "handler": ("department_handler", JINFENG),
    "county": ("county_official", JINFENG),
    "city": ("city_official", CITY),
    "party": ("party_officer", JINFENG),
    "property": ("property_officer", JINFENG),
    "deeds": ("deeds_officer", CITY),
    "api": ("api_client", CITY),
    "sysadmin": ("system_admin", CITY),
    "secadmin": ("security_admin", CITY),
    "auditor": ("auditor", CITY),
}


def make_posts(city: City) -> None:
    """Seats, people and holdings."""
    seats = [*_office_seats(city), *_grid_seats(city)]
    roles = {role.code: role for role in Role.objects.all()}
    posts = Post.objects.bulk_create(
        (Post(role=roles[role], area_id=area, area_code=code, opened_on=SINCE) for role, code, area in seats),
        batch_size=4000,
    )
    city.posts = {(role, code): post.pk for (role, code, _), post in zip(seats, posts, strict=True)}
    _fill(city, seats)


def _office_seats(city: City) -> list[tuple[str, str, int]]:
    widths = {4: CITY_ROLES, 6: COUNTY_ROLES, 9: TOWNSHIP_ROLES, 12: COMMUNITY_ROLES}
    return [(role, code, area) for code, area in city.areas.items() for role in widths[len(code)]]


def _grid_seats(city: City) -> list[tuple[str, str, int]]:
    seats = []
    for plot in city.plots:
        seats += [("grid_worker", plot.code, plot.area_id), ("grid_leader", plot.code, plot.area_id)]
        if plot.community == YINXINYUAN:
            seats += [("liaison_cadre", plot.code, plot.area_id)]
            seats += [("building_leader", building.code, building.area_id) for building in plot.buildings]
    return seats


def _fill(city: City, seats: list[tuple[str, str, int]]) -> None:
    """One person a seat; a grid leader leads several grids of a community; some seats stay vacant."""
    vacant = _vacant(city)
    dice = chance("people")
    names = {place: name for name, place in ACCOUNTS.items()}
    password = make_password(PASSWORD)
    people: list[User] = []
    leaders: dict[tuple[str, int], int] = {}
    holders = []
    for number, (role, code, area) in enumerate(seats):
        if role == "grid_worker" and code in vacant:
            continue
        share = (code[:12], (int(code[12:15]) - 1) // GRIDS_A_LEADER) if role == "grid_leader" else None
        if share not in leaders:
            people.append(_person(names.get((role, code), f"u{number:06d}"), dice, password))
            leaders[share] = len(people) - 1
        holders.append((role, code, area, leaders[share]))
        leaders.pop(None, None)
    _save(city, people, holders, dice)


def _vacant(city: City) -> set[str]:
    """Grids without a worker: the posts of 6,674 that 6,123 people leave open, mostly villages."""
    dice = chance("vacancies")
    kept = {YINXINYUAN, BEIMIAO}
    open_to = [plot for plot in city.plots if plot.community not in kept]
    weights = [1 if plot.is_urban else 4 for plot in open_to]
    order = sorted(
        zip(open_to, weights, strict=True), key=lambda pair: dice.random() ** (1 / pair[1]), reverse=True
    )
    return {plot.code for plot, _ in order[: len(city.plots) - WORKERS]}


def _person(username: str, dice, password: str) -> User:
    user = User(username=username, name=words.person(dice), password=password)
    user.seal_value("phone", words.phone(dice))
    return user


def _save(city: City, people: list[User], holders: list, dice) -> None:
    made = User.objects.bulk_create(people, batch_size=4000)
    rows = []
    for role, code, area, index in holders:
        user = made[index].pk
        city.people[(role, code)] = user
        since = SINCE + timedelta(days=dice.randint(0, 1200))
        rows.append(
            PostHolding(
                post_id=city.posts[(role, code)],
                user_id=user,
                area_id=area,
                area_code=code,
                valid=(since, None),
            )
        )
    PostHolding.objects.bulk_create(rows, batch_size=4000)
    for plot in city.plots:
        plot.worker_id = city.people.get(("grid_worker", plot.code))
