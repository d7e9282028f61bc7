"""How many calls a client may make a minute."""

import time

from django.core.cache import cache
from redis import RedisError
from rest_framework.throttling import UserRateThrottle


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
