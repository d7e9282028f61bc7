"""Access tokens of WeCom and DingTalk: asked for once in two hours, kept sealed in the cache, renewed when refused."""

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from django.core.cache import cache
from django.utils.translation import gettext as _

from governance.dispatch.senders.faults import Unreachable
from governance.kernel.sealing import open_seal, seal

# Asked for anew this long before the vendor lets it end.
_EARLY = 300


def with_token(name: str, fetch: Callable[[], tuple[str, int]], ask: Callable[[str], dict], expired) -> dict:
    """The answer of `ask(token)`; when it says that the token has ended, of another try with a new one.

    `fetch` answers a new token and its seconds, `expired(answer)` whether a token was refused.
    """
    place = f"sender-token:{name}"
    if (token := _kept(place)) and not expired(answer := ask(token)):
        return answer
    token, seconds = fetch()
    cache.set(place, seal(token, place), max(seconds - _EARLY, 1))
    return ask(token)


def token_of(said: dict) -> tuple[str, int]:
    """The token and its seconds in a vendor's answer."""
    token, seconds = said.get("access_token"), said.get("expires_in")
    if not token or not isinstance(seconds, int):
        raise Unreachable(_("对方的服务器出错，或者答复看不懂。"), "access_token")
    return token, seconds


def _kept(place: str) -> str:
    try:
        return open_seal(cache.get(place) or "", place)
    except (InvalidTag, ValueError, KeyError):  # sealed by a key that is gone
        return ""
