"""The use of an API key as its page shows it."""

from django.db.models import Max, Sum

from governance.people.models import ApiToken

_SUMS = {name: Sum(name) for name in ("calls", "errors", "limited")}


def use_of(token: ApiToken) -> dict:
    """Calls by day (the latest first) and by group (the busiest first), and all together."""
    by_day = token.uses.order_by().values("day").annotate(**_SUMS)
    by_group = token.uses.order_by().values("group").annotate(**_SUMS, last=Max("day"))
    return {
        "days": list(by_day.order_by("-day")),
        "groups": list(by_group.order_by("-calls", "group")),
        "total": token.uses.aggregate(**_SUMS),
    }
