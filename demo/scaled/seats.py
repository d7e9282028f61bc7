"""Seats of every level and who holds them, with names to log in by for the first of each."""

from django.contrib.auth.hashers import make_password

from demo.posts import (
    ACCOUNTS,
    CITY_ROLES,
    COMMUNITY_ROLES,
    COUNTY_ROLES,
    GRIDS_A_LEADER,
    PASSWORD,
    TOWNSHIP_ROLES,
    WORKERS,
)
from demo.scaled.dice import dice, person, text, uuid
from demo.scaled.filling import Filling, columns
from demo.scaled.shape import Shape
from demo.territory import ALL_GRIDS
from governance.people.models import Post, PostHolding, User

MODELS = [Post, PostHolding, User]
ROLES = {
    "city": CITY_ROLES,
    "county": COUNTY_ROLES,
    "township": TOWNSHIP_ROLES,
    "community": COMMUNITY_ROLES,
    "grid": ("grid_worker", "grid_leader"),
}
WORKER, LEADER = ROLES["grid"]


def make_seats(shape: Shape, filling: Filling) -> None:
    """Posts, people, holdings: one person a seat, a grid leader leads several grids, some workers' seats are vacant."""
    rows = [(level, role) for level, roles in ROLES.items() for role in roles]
    filling.keep(
        "role",
        "select r.id, r.code, given.level, given.account from unnest(%s::text[], %s::text[], %s::text[])"
        " as given(level, code, account) join people_role r using (code)",
        columns((*row, _account(row[1])) for row in rows),
    )
    filling.keep("seat", _seats(), key="n")
    first = f"date '{shape.founded}'"
    filling.insert(
        User,
        {
            "id": "holder", "username": "min(username)", "name": person("people", "holder"),
            "password": text(make_password(PASSWORD)), "seal_id": uuid("user", "holder"), "phone_sealed": "''",
            "phone_masked": "''", "phone_index": "''", "is_active": "true", "is_staff": "false",
            "must_change_password": "false", "created_at": first,
        },
        "from scaled.seat where holder is not null group by holder order by holder",
    )  # fmt: skip
    filling.insert(
        Post,
        {
            "id": "n", "area_id": "area_id", "area_code": "code", "title": "''", "opened_on": first,
            "role_id": "role_id",
        },
        "from scaled.seat order by n",
    )  # fmt: skip
    filling.insert(
        PostHolding,
        {
            "area_id": "area_id", "area_code": "code", "valid": f"daterange({first}, null)", "is_cover": "false",
            "note": "''", "post_id": "n", "user_id": "holder",
        },
        "from scaled.seat where holder is not null order by n",
    )  # fmt: skip


def _account(role: str) -> str:
    """The demo city's name for whoever holds the first seat of a role."""
    return next((name for name, (held, _place) in ACCOUNTS.items() if held == role), "")


def _seats() -> str:
    """Every seat with the number of its holder; the first worker's seat is held, so that all log-ins stand."""
    held = f"role <> '{WORKER}' or place = 1 or {dice('vacant', ALL_GRIDS, 'n')} < {WORKERS}"
    led = f"left(code, 12) || (substr(code, 13)::int - 1) / {GRIDS_A_LEADER}"
    return f"""
        select *, case when holder is not null then
            case when place = 1 and account <> '' then account else 'u' || lpad(holder::text, 7, '0') end
        end as username
        from (
            select *, case when {held} then
                dense_rank() over (order by role, case role when '{LEADER}' then {led} else code end)
            end as holder
            from (
                select row_number() over (order by a.code, r.code) as n, a.id as area_id, a.code, r.id as role_id,
                    r.code as role, r.account, row_number() over (partition by r.code order by a.code) as place
                from areas_area a join scaled.role r on r.level = a.level_id
            ) seat
        ) held order by n
    """
