"""One page of Party work: how far the chain covers, and what waits."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import CharField, DateField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.kernel.days import today
from governance.party.enums import AGREEMENT_NOTICE_DAYS, ELECTION_NOTICE_DAYS, NeedState, Right, WishState
from governance.party.models import CommunityNeed, Partner, PartnerAgreement, PartyOrg, ReportingUnit, Wish
from governance.party.rules.quarters import last_over
from governance.party.rules.quarters import span_of as quarter_span
from governance.statistics.board import group_lines
from governance.statistics.definitions import Group
from governance.statistics.reading import span_of

SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """What waits in one respect: the first few rows, and the list of all."""

    title: str
    rows: list[dict]
    detail_page: str
    list_url: str
    day_words: str

    @property
    def links(self) -> list[tuple[dict, str]]:
        return [(row, reverse(self.detail_page, args=[row["pk"]])) for row in self.rows[:SHOWN]]

    @property
    def has_more(self) -> bool:
        return len(self.rows) > SHOWN


def board_area(user, code: str) -> Area | None:
    """The area asked for, if the person reads Party rows there; else the highest they do."""
    own = min((reach.code for reach in user.reaches(Right.VIEW)), key=lambda c: (len(c), c), default="")
    asked = code or own
    return Area.objects.open().filter(code=asked).first() if user.may(Right.VIEW, asked) else None


def board_page(area: Area, user) -> dict:
    day = today()
    lines = group_lines(Group.PARTY, area, span_of(as_of=day), user)
    return {"area": area, "day": day, "lines": lines, "waiting": _waiting(area, user, day)}


def _waiting(area: Area, user, day: date) -> list[Waiting]:
    """Elections and agreements due, needs and wishes open, all read in one statement."""
    quarter = last_over(day)
    parts = {
        "terms": _elections(area, user, day),
        "agreements": _agreements(area, user, day),
        "needs": _scoped(CommunityNeed, area, user).filter(state=NeedState.OPEN).order_by("wanted_by", "pk"),
        "wishes": _scoped(Wish, area, user).filter(state=WishState.OPEN).order_by("posted_on", "pk"),
        "sheets": _untold(area, user, quarter),
    }
    words = {
        "terms": ("name", "term_ends_on"),
        "agreements": ("partner__name", "due_on"),
        "needs": ("text", "wanted_by"),
        "wishes": ("text", "posted_on"),
        "sheets": ("name", "valid__startswith"),
    }
    keys = {"agreements": "partner_id"}
    rows = [_part(name, rows, keys.get(name, "pk"), *words[name]) for name, rows in parts.items()]
    found = {name: [] for name in parts}
    for row in rows[0].union(*rows[1:], all=True).order_by("on", "key"):
        found[row["part"]].append({"pk": row["key"], "title": row["title"], "on": row["on"]})
    return _told(area, found, quarter)


def _scoped(model, area: Area, user) -> QuerySet:
    return model.objects.for_user(user).within(area.code)


def _elections(area: Area, user, day: date) -> QuerySet:
    due = _scoped(PartyOrg, area, user).in_force(day).term_ends_by(day + timedelta(ELECTION_NOTICE_DAYS))
    return due.order_by("term_ends_on", "pk")


def _agreements(area: Area, user, day: date) -> QuerySet:
    due = PartnerAgreement.objects.due_within(day, AGREEMENT_NOTICE_DAYS)
    due = due.filter(partner__in=_scoped(Partner, area, user))
    return due.order_by("due_on", "pk")


def _untold(area: Area, user, quarter: str) -> QuerySet:
    """Units that reported all through a quarter that is over, and were not told of it."""
    units = _scoped(ReportingUnit, area, user).live_on(quarter_span(quarter)[1])
    return units.not_told(quarter).order_by("valid", "pk")


def _part(name: str, rows: QuerySet, key: str, title: str, on: str) -> QuerySet:
    return rows.values(
        key=F(key), title=Cast(title, CharField()), on=Cast(on, DateField()), part=Value(name)
    )[: SHOWN + 1]


def _told(area: Area, found: dict[str, list[dict]], quarter: str) -> list[Waiting]:
    at = f"area={area.code}"
    return [
        Waiting(
            _("届满或将届满"),
            found["terms"],
            "party:org_detail",
            f"{reverse('party:org_list')}?{at}&warnings=term",
            _("届满"),
        ),
        Waiting(
            _("共建协议到期或将到期"),
            found["agreements"],
            "party:partner_detail",
            f"{reverse('party:partner_list')}?{at}&agreement=due",
            _("到期"),
        ),
        Waiting(
            _("还没有对接的需求"),
            found["needs"],
            "party:need_detail",
            f"{reverse('party:need_list')}?{at}&matched=false",
            _("前"),
        ),
        Waiting(
            _("待认领的微心愿"),
            found["wishes"],
            "party:wish_detail",
            f"{reverse('party:wish_list')}?{at}&state=open",
            _("征集"),
        ),
        Waiting(
            _("{} 反馈单待发").format(quarter),
            found["sheets"],
            "party:unit_detail",
            f"{reverse('party:unit_list')}?{at}",
            _("报到"),
        ),
    ]
