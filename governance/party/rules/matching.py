"""Which resources fit a need, best first, each with the reasons in words. Never about persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

PLACES = ((12, "community"), (9, "township"), (6, "county"), (4, "city"))


@dataclass(frozen=True)
class Wanted:
    kind: int
    place: str
    by: date


@dataclass(frozen=True)
class Offer:
    """A resource as it stands: `left` is how many projects more it can serve, `until` the last day it is free."""

    key: int
    kind: int
    place: str
    left: int
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Suggestion:
    key: int
    same_kind: bool
    nearness: int
    reasons: tuple[str, ...]


def suggest(wanted: Wanted, offers: Iterable[Offer], day: date) -> list[Suggestion]:
    """Offers with room that are free before the need is due: the same kind first, then the nearest, then the roomiest.

    Another kind is suggested from the same community alone: somebody there may know how to put it to use.
    """
    fitting = [offer for offer in offers if offer.left > 0 and _is_free(offer, wanted, day)]
    found = [(_judged(wanted, offer), offer) for offer in fitting]
    shown = [(one, offer) for one, offer in found if one.same_kind or one.nearness == PLACES[0][0]]
    shown.sort(key=lambda pair: (not pair[0].same_kind, -pair[0].nearness, -pair[1].left, pair[0].key))
    return [one for one, _offer in shown]


def _is_free(offer: Offer, wanted: Wanted, day: date) -> bool:
    due = max(wanted.by, day)
    return offer.since <= due and (offer.until is None or offer.until >= day)


def _judged(wanted: Wanted, offer: Offer) -> Suggestion:
    nearness = next((width for width, _name in PLACES if offer.place[:width] == wanted.place[:width]), 0)
    same = offer.kind == wanted.kind
    reasons = [_("类别相同") if same else _("类别不同")]
    if near := _place_words().get(nearness):
        reasons.append(near)
    reasons.append(_("时间合适") if offer.until is None or offer.until >= wanted.by else _("到期前可用"))
    reasons.append(_("还能服务 {} 个项目").format(offer.left))
    return Suggestion(offer.key, same, nearness, tuple(reasons))


def _place_words() -> dict[int, str]:
    words = {
        "community": _("同一社区"),
        "township": _("同一镇街"),
        "county": _("同一县区"),
        "city": _("同一城市"),
    }
    return {width: words[name] for width, name in PLACES}
