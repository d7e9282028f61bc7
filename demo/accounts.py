"""The log-ins and the API token of the demo city. They exist in demo mode alone."""

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from demo.posts import ACCOUNTS, PASSWORD
from governance.people.enums import TOKEN_DAYS, TOKEN_PREFIX
from governance.people.models import ApiToken, Role, User


def demo_token() -> str:
    """The token of the demo's interface client: made from this installation's own secret, kept nowhere."""
    digest = hmac.new(settings.SECRET_KEY.encode(), b"demo api token", hashlib.sha256).hexdigest()
    return TOKEN_PREFIX + digest[:40]


def make_token() -> None:
    """Let the demo's interface client in with the token that `describe` prints."""
    client = User.objects.get(username="api")
    secret = demo_token()
    ApiToken.objects.update_or_create(
        digest=ApiToken.digest_of(secret),
        defaults={
            "user": client,
            "name": "演示接口",
            "hint": secret[:8],
            "rights": Role.objects.get(code="api_client").rights,
            "expires_at": timezone.now() + timedelta(days=TOKEN_DAYS),
        },
    )


def describe() -> tuple[list[tuple[str, str, str]], str]:
    """Rows of (role's name, account, password) and the API token, for whoever starts the portal."""
    roles = dict(Role.objects.values_list("code", "name"))
    people = dict(User.objects.filter(username__in=ACCOUNTS).values_list("username", "name"))
    rows = [
        (f"{roles[role]} {people[name]}", name, PASSWORD)
        for name, (role, _) in ACCOUNTS.items()
        if name in people and role in roles
    ]
    return rows, demo_token()
