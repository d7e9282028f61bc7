"""The three coverage rates on two days, in a unit that is chosen and printed."""

from dataclasses import dataclass
from datetime import date, timedelta

from governance.areas.models import Area
from governance.people.models import User
from governance.statistics import registry
from governance.statistics.board import address, open_lists
from governance.statistics.reading import Reading, read_values, span_of
from property.indicators.rates import key_of

COMPANY_PARTY = "property.company_party_share"


@dataclass(frozen=True)
class RateLine:
    """One rate now and then. `points` is the difference of the rates, `relative` the growth of what is counted."""

    now: Reading
    then: Reading

    @property
    def points(self) -> float | None:
        if self.now.value is None or self.then.value is None:
            return None
        return self.now.value - self.then.value

    @property
    def relative(self) -> float | None:
        if not self.then.numerator:
            return None
        return (self.now.numerator - self.then.numerator) * 100 / self.then.numerator

    @property
    def is_by_company(self) -> bool:
        return self.now.indicator.key == COMPANY_PARTY


def read_rates(area: Area, unit: str, as_of: date, against: date) -> list[RateLine]:
    """Service, committees, Party in companies, Party in projects: two statements, whatever the unit."""
    known = registry.indicators()
    keys = [
        key_of("managed", unit),
        key_of("committee", unit),
        COMPANY_PARTY,
        key_of("project_party", unit),
    ]
    asked = [known[key] for key in keys]
    now, then = (read_values(asked, area=area, span=span_of(as_of=day)) for day in (as_of, against))
    return [RateLine(*pair) for pair in zip(now, then, strict=True)]


def shown_rates(lines: list[RateLine], user: User) -> list[dict]:
    """Each line with the lists that this person may open and what explains it."""
    return [
        {
            "line": line,
            "now": open_lists(line.now, user),
            "then": open_lists(line.then, user),
            "explain_url": address("statistics:explain", line.now, key=line.now.indicator.key),
        }
        for line in lines
    ]


def year_before(day: date) -> date:
    """The last day of the year before: what a rate is compared with when nothing else is asked."""
    return day.replace(month=1, day=1) - timedelta(days=1)
