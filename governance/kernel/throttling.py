"""How many calls a client may make a minute."""

import time

from django.core.cache import cache
from django.utils.translation import gettext as _
from redis import RedisError
from rest_framework.throttling import UserRateThrottle

from governance.kernel.errors import Refused


class CalledTooOften(Refused):
    """Somebody asks more often than the rate allows; `wait` is in seconds."""

    def __init__(self, wait: int):
        super().__init__("too_often", _("访问太频繁，请过 {seconds} 秒再试。").format(seconds=wait))
        self.wait = wait


def hold_to_rate(key: str, most: int, seconds: int = 60) -> None:
    """Count one call of a key in the clock's own minute; `CalledTooOften` past the rate. No cache, no limit."""
    now = time.time()
    try:
        count = cache.tally(f"rate_{key}:{int(now // seconds)}", seconds)
    except RedisError:
        return
    if count > most:
        raise CalledTooOften(int(seconds - now % seconds) + 1)


class ClientThrottle(UserRateThrottle):
    """The rate of the setting for each key, person or address, counted by the clock's own minutes.

    One number is kept, however many calls there are; the framework's own throttle keeps the moment of each, and reads
    and writes the whole list at every call. Without a cache nobody is held up.
    """

    def allow_request(self, request, view) -> bool:
        window = int(time.time() // self.duration)
        key = f"{self.get_cache_key(request, view)}:{window}"
        try:
            return cache.tally(key, self.duration) <= self.num_requests
        except RedisError:
            return True

    def wait(self) -> float:
        """Seconds until the next window begins."""
        return self.duration - time.time() % self.duration

    def get_cache_key(self, request, view) -> str:
        token = getattr(request.auth, "pk", None)
        return f"throttle_token_{token}" if token else super().get_cache_key(request, view)
