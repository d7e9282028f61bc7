"""How many calls a client may make a minute."""

from redis import RedisError
from rest_framework.throttling import UserRateThrottle


class ClientThrottle(UserRateThrottle):
    """The rate of the setting for each person or interface client; without a cache nobody is held up."""

    def allow_request(self, request, view) -> bool:
        try:
            return super().allow_request(request, view)
        except RedisError:
            return True
