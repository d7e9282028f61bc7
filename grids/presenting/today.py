"""今日: doors to knock at with the reason in words, what waits, what came back."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    BooleanField,
    CharField,
    ExpressionWrapper,
    F,
    Q,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.kernel.days import today
from governance.kernel.templatetags.ui import day_words
from governance.kernel.wording import listed
from grids.enums.rhythms import WAITING_DAYS, Tier
from grids.enums.rights import Right
from grids.enums.roster import CareKind
from grids.enums.visits import HANDED_ON, TODAY_LIMIT, NeedKind, VisitOutcome
from grids.models import Campaign, Event, Household, NeedRequest, RhythmChoice, Visit
from grids.models.rhythms import Rhythm
from grids.models.walks import proposed
from grids.rules.visits import not_taken_up
from grids.states.events import EventState

ICONS = {
    Tier.PROMISE: "calendar-check",
    Tier.RHYTHM: "house-check",
    Tier.CAMPAIGN: "megaphone",
    Tier.EVERYONE: "clock-history",
    Tier.LONGEST: "clock-history",
}


@dataclass(frozen=True)
class Suggestion:
    """A household to look in on, and why, in words: a proposal that nobody counts."""

    household: Household
    tier: Tier
    reason: str

    @property
    def icon(self) -> str:
        return ICONS[self.tier]


def suggestions(user, day: date, *, limit: int = TODAY_LIMIT) -> list[Suggestion]:
    """The walk proposed for a day, in the order of the doors: three statements whatever the size of the grid."""
    codes = sorted({reach.code for reach in user.reaches(Right.VISIT)})
    by_code = RhythmChoice.objects.in_force(codes)
    rhythms = [(code, rhythm) for code, found in by_code.items() for rhythm in found]
    rhythms.sort(key=lambda found: found[1].days)
    campaigns = list(Campaign.objects.covering(codes).running_on(day).order_by("to_on", "pk"))
    households = Household.objects.for_user(user)
    found = proposed(households, day, rhythms=rhythms, campaigns=campaigns, limit=limit)
    return [Suggestion(home, Tier(home.tier), _reason(home, rhythms, campaigns)) for home in found]


def _reason(home: Household, rhythms: list, campaigns: list[Campaign]) -> str:
    last = _last_words(home.last_contact_on)
    if home.tier == Tier.PROMISE:
        return _("答应 {day} 回访").format(day=day_words(home.promised_on))
    if home.tier in (Tier.RHYTHM, Tier.EVERYONE):
        rhythm: Rhythm = rhythms[home.rhythm][1]
        who = _whom(home, rhythm)
        return _("{who}，{days} 天内看望一次，{last}").format(who=who, days=rhythm.days, last=last)
    if home.tier == Tier.CAMPAIGN:
        return _("{campaign}还没去，{last}").format(campaign=campaigns[home.campaign].name, last=last)
    return _("最久没有联系，{last}").format(last=last) if home.last_contact_on else last


def _last_words(day: date | None) -> str:
    return _("上次 {day}").format(day=day_words(day)) if day else _("还没有联系过")


def _whom(home: Household, rhythm: Rhythm) -> str:
    """The group in the words of the household's own tags, where a tag is why it belongs to it."""
    if rhythm.rule.from_age:
        return rhythm.rule.name
    kinds = [kind for kind in dict.fromkeys(home.tag_kinds) if kind in rhythm.rule.care_kinds]
    return listed(CareKind(kind).label for kind in kinds) or rhythm.rule.name


@dataclass(frozen=True)
class Item:
    """Something that waits for the worker: a resident's request, an event of one's own, a visit not taken up."""

    what: str
    key: str
    text: str
    where: str
    kind: str
    on: date
    came_back: bool

    @property
    def url(self) -> str:
        return reverse(PAGES[self.what], args=[self.key])

    @property
    def label(self) -> str:
        if self.came_back:
            return _("没解决")
        return LABELS[self.what](self.kind)


PAGES = {"need": "grids:need_detail", "visit": "grids:visit_receipt", "event": "grids:event_detail"}
LABELS = {
    "need": lambda kind: NeedKind(kind).label,
    "visit": lambda kind: VisitOutcome(kind).label,
    "event": lambda kind: EventState(kind).label,
}
COLUMNS = ("item_what", "item_key", "item_text", "item_where", "item_kind", "item_on", "item_back")


def open_items(user, *, limit: int = TODAY_LIMIT) -> list[Item]:
    """What waits, in one statement: of each sort the oldest, first what came back because it was not solved."""
    order = ("-item_back", "item_on", "item_key")
    first, *rest = [part.order_by(*order)[:limit] for part in (_needs(user), _visits(user), _events(user))]
    rows = first.union(*rest, all=True).order_by("-item_back", "item_what", "item_on", "item_key")
    return [Item(*row) for row in rows]


def _needs(user):
    return _items(
        NeedRequest.objects.for_user(user).open(),
        what="need",
        key="pk",
        text=F("text"),
        where=F("household__label"),
        kind="kind",
        on=Coalesce(F("reopened_on"), F("opened_on")),
        back=Q(reopened_count__gt=0),
    )


def _visits(user):
    """Visits that met a hazard or a dispute nobody has taken up yet, of the last three months."""
    since = today() - timedelta(days=WAITING_DAYS)
    return _items(
        Visit.objects.for_user(user).filter(not_taken_up(user), outcome__in=HANDED_ON, visited_on__gte=since),
        what="visit",
        key="client_uuid",
        text=F("note"),
        where=Coalesce(F("household__label"), F("place")),
        kind="outcome",
        on=F("visited_on"),
        back=Q(pk__isnull=True),
    )


def _events(user):
    """Events of one's own that are not at an end."""
    return _items(
        Event.objects.for_user(user).open().reported_by(user),
        what="event",
        key="case__number",
        text=F("case__title"),
        where=F("case__place"),
        kind="case__state",
        on=F("case__registered_on"),
        back=Q(case__reopened_count__gt=0),
    )


def _items(rows, *, what: str, key: str, text, where, kind: str, on, back: Q):
    """Rows of any sort under the same names and of the same types, to be put below each other."""
    columns = (
        Value(what, CharField()),
        Cast(key, TextField()),
        Cast(text, TextField()),
        Cast(Coalesce(where, Value("")), TextField()),
        Cast(kind, TextField()),
        on,
        ExpressionWrapper(back, BooleanField()),
    )
    return rows.annotate(**dict(zip(COLUMNS, columns, strict=True))).values_list(*COLUMNS)
