"""A cache whose loss costs speed and nothing else."""

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache that answers "not there" while the server is away: pages read the database instead."""

    def get(self, key, default=None, version=None):
        try:
            return super().get(key, default, version)
        except RedisError:
            return default

    def set(self, *args, **kwargs):
        try:
            return super().set(*args, **kwargs)
        except RedisError:
            return None

    def delete(self, *args, **kwargs):
        try:
            return super().delete(*args, **kwargs)
        except RedisError:
            return False

    def has_key(self, *args, **kwargs):
        try:
            return super().has_key(*args, **kwargs)
        except RedisError:
            return False

    def tally(self, key: str, seconds: int) -> int:
        """One more under a key that is forgotten after so many quiet seconds; how many there are, in one round trip."""
        key = self.make_and_validate_key(key)
        with self._cache.get_client(key, write=True).pipeline(transaction=False) as asked:
            return asked.incr(key).expire(key, seconds).execute()[0]

    def add_up(self, name: str, fields: list[str], seconds: int) -> None:
        """Add one to each field of a tally that is forgotten so many seconds after its last change."""
        key, client = self.make_and_validate_key(name), self._cache.get_client(None, write=True)
        try:
            with client.pipeline(transaction=False) as several:
                for field in fields:
                    several.hincrby(key, field, 1)
                several.expire(key, seconds)
                several.execute()
        except RedisError:
            return

    def added_up(self, name: str) -> dict[str, int]:
        """The fields of a tally; none while the server is away."""
        try:
            found = self._cache.get_client(None).hgetall(self.make_and_validate_key(name))
        except RedisError:
            return {}
        return {field.decode(): int(count) for field, count in found.items()}

    def append(self, key: str, lines: list[str], most: int) -> None:
        """Put lines at the end of a list that keeps its last `most`."""
        key = self.make_and_validate_key(key)
        with self._cache.get_client(key, write=True).pipeline(transaction=False) as asked:
            asked.rpush(key, *lines).ltrim(key, -most, -1).execute()

    def take(self, key: str) -> list[bytes]:
        """All lines of a list, which is empty afterwards."""
        key = self.make_and_validate_key(key)
        with self._cache.get_client(key, write=True).pipeline() as asked:
            return asked.lrange(key, 0, -1).delete(key).execute()[0]
