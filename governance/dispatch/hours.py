"""When a person may be disturbed: quiet hours run over midnight, the digest comes once a day."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """Nothing is sent from `quiet_from` until `quiet_until` (none where they are the same); one digest a day."""

    quiet_from: time
    quiet_until: time
    digest_at: time

    @property
    def quiet_lasts(self) -> timedelta:
        return (_of_day(self.quiet_until) - _of_day(self.quiet_from)) % DAY

    def is_quiet_at(self, clock: time) -> bool:
        """Whether a time of day lies in the quiet hours; their end does not."""
        return (_of_day(clock) - _of_day(self.quiet_from)) % DAY < self.quiet_lasts

    def is_quiet(self, moment: datetime) -> bool:
        return self.is_quiet_at(timezone.localtime(moment).time())

    def quiet_ends(self, moment: datetime) -> datetime:
        """When the quiet hours around a moment are over."""
        return _next(self.quiet_until, moment)

    def next_digest(self, moment: datetime) -> datetime:
        return _next(self.digest_at, moment)

    def covers(self, other: "Hours") -> bool:
        """Whether the quiet hours of another lie within these."""
        begins_after = (_of_day(other.quiet_from) - _of_day(self.quiet_from)) % DAY
        return not other.quiet_lasts or begins_after + other.quiet_lasts <= self.quiet_lasts


def _of_day(clock: time) -> timedelta:
    return timedelta(
        hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond
    )


def _next(clock: time, moment: datetime) -> datetime:
    """The first moment after the given one at a time of day."""
    local = timezone.localtime(moment)
    found = local.replace(hour=clock.hour, minute=clock.minute, second=clock.second, microsecond=0)
    return found if found > local else found + DAY
