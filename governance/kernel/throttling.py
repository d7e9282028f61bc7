"""How many calls a client may make a minute, and how many heavy ones at once."""

import time
from contextlib import ExitStack

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _
from redis import RedisError
from rest_framework.exceptions import Throttled
from rest_framework.throttling import UserRateThrottle

from governance.kernel.errors import Refused

PLACE_LASTS = 300  # seconds: what a killed process held comes back by itself
COME_AGAIN = 2


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


def take_place(request) -> ExitStack:
    """One of the few places a client has for heavy calls; closing what is returned gives it back. Raises `Throttled`.

    So one client that asks for everything at once leaves the other workers to the others. Without a cache nobody is
    held up.
    """
    token = getattr(request.auth, "pk", None)
    client = f"token_{token}" if token else f"user_{request.user.pk}"
    try:
        for number in range(settings.HEAVY_CALLS_AT_ONCE):
            place = f"heavy_{client}_{number}"
            if cache.add(place, 1, PLACE_LASTS):
                held = ExitStack()
                held.callback(cache.delete, place)
                return held
    except RedisError:
        return ExitStack()
    raise Throttled(
        COME_AGAIN,
        _("同时取大量数据的请求太多，一个密钥最多 {most} 个，请等前面的完成后再取。").format(
            most=settings.HEAVY_CALLS_AT_ONCE
        ),
    )
