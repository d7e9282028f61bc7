"""People in posts. `make_user(role, area)` gives somebody with one live post."""

import json
from datetime import date
from itertools import count
from pathlib import Path

from django.conf import settings

from governance.areas.models import Area
from governance.people.models import Post, PostHolding, Role, User

_numbers = count(1)
PASSWORD = "correct-horse-battery-9"
_ROLES = Path(settings.BASE_DIR) / "config" / "presets" / "base" / "roles.json"


def make_roles() -> dict[str, Role]:
    """The roles of the base preset, by code."""
    for row in json.loads(_ROLES.read_text()):
        Role.objects.update_or_create(code=row["code"], defaults=row)
    return {role.code: role for role in Role.objects.all()}


def make_role(code: str) -> Role:
    row = next(row for row in json.loads(_ROLES.read_text()) if row["code"] == code)
    return Role.objects.update_or_create(code=code, defaults=row)[0]


def make_user(
    role: str = "", area: Area | None = None, *, name: str = "", since: date = date(2020, 1, 1), until=None
) -> User:
    """A person; with `role` and `area`, in a post of that role there."""
    number = next(_numbers)
    user = User(username=f"user{number}", name=name or f"用户{number}")
    user.set_unusable_password()
    user.save()
    if role:
        hold(user, role, area, since=since, until=until)
    return user


def hold(user: User, role: str, area: Area, *, since: date = date(2020, 1, 1), until=None) -> PostHolding:
    """Put a person into a new post of a role, past the verbs."""
    post = Post.objects.create(role=make_role(role), area=area, opened_on=since)
    holding = PostHolding.objects.create(post=post, user=user, area=area, valid=(since, until))
    user.forget_posts()
    return holding
