"""The dated verbs against a naive model: a table of every organisation on every day."""

from collections import Counter
from copy import deepcopy
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from governance.kernel.errors import Refused
from governance.party.actions import (
    dissolve_org,
    establish_org,
    leave_area,
    merge_orgs,
    move_org,
    rename_org,
    serve_area,
    split_org,
)
from governance.party.chain import ancestors_on, chain_on
from governance.party.enums import OrgKind
from governance.party.models import PartyOrg, PartyOrgArea, PartyOrgParent, PartyTier
from tests.factories.areas import make_country
from tests.factories.party import make_chain, make_org
from tests.factories.people import make_user

BEGIN = date(2024, 11, 1)
HORIZON = 31
PLACES = ["990101001001001", "990101001001002"]
TIERS = ["community", "branch", "group"]
some_day = st.integers(0, HORIZON - 1)
some_place = st.sampled_from(PLACES)


def at(day: int) -> date:
    return BEGIN + timedelta(days=day)


class Naive:
    """What every organisation is called, who is above it, what it serves, day by day. No row: it does not exist."""

    def __init__(self):
        self.days: dict[int, list] = {}  # org → [None | (name, parent)] for every day up to the horizon
        self.tier: dict[int, int] = {}
        self.serves: dict[tuple[int, str], list[bool]] = {}  # (org, place) → for every day up to the horizon

    def begun(self, org: int) -> int:
        return next(day for day, row in enumerate(self.days[org]) if row)

    def lives_on(self, org: int) -> bool:
        return self.days[org][HORIZON] is not None

    def column(self, org: int, index: int, since: int) -> list:
        return [row[index] for row in self.days[org][since:]]

    def above(self, org: int, day: int) -> list[int]:
        found = []
        while (parent := self.days[org][day][1]) is not None:
            found.append(parent)
            org = parent
        return found

    def may_change(self, org: int, on: int) -> bool:
        return self.lives_on(org) and on > self.begun(org)

    def link_is_settled(self, org: int, on: int) -> bool:
        """No change of superior after the day, none on it but a release to the top."""
        later = set(self.column(org, 1, on))
        return len(later) == 1 and (later == {None} or self.days[org][on - 1][1] in later)

    def may_hang(self, org: int, parent: int, on: int) -> bool:
        return (
            self.lives_on(parent)
            and self.begun(parent) <= on
            and self.tier[parent] <= self.tier[org]
            and not self.is_ever_above(org, parent, on)
        )

    def is_ever_above(self, org: int, other: int, on: int) -> bool:
        days = range(max(on, self.begun(other)), HORIZON + 1)
        return org == other or any(org in self.above(other, day) for day in days)

    def may_move(self, org: int, parent: int | None, on: int) -> bool:
        return (
            self.may_change(org, on)
            and self.days[org][HORIZON][1] != parent
            and self.link_is_settled(org, on)
            and (parent is None or self.may_hang(org, parent, on))
        )

    def under(self, org: int, on: int) -> list[int]:
        return [other for other, rows in self.days.items() if any(row and row[1] == org for row in rows[on:])]

    def may_end(self, org: int, on: int) -> bool:
        return (
            self.may_change(org, on)
            and self.link_is_settled(org, on)
            and len(set(self.column(org, 0, on))) == 1
            and all(self.place_is_settled(org, place, on) for place in PLACES)
        )

    def served(self, org: int, place: str) -> list[bool]:
        return self.serves.setdefault((org, place), [False] * (HORIZON + 1))

    def place_is_settled(self, org: int, place: str, on: int) -> bool:
        """Nothing about the place begins or ends after the day, nor begins on it."""
        days = self.served(org, place)
        return not any(days[on:]) or all(days[on - 1 :])

    def may_take_over(self, org: int, into: int, on: int) -> bool:
        """Whether `into` has no change of its own ahead for a place it would take over."""
        return all(
            len(set(self.served(into, place)[on:])) == 1 for place in PLACES if self.served(org, place)[on]
        )

    def take_over(self, org: int, into: int, on: int) -> None:
        for place in PLACES:
            if self.served(org, place)[on]:
                self.serve(into, place, on, value=True)

    def serve(self, org: int, place: str, on: int, *, value: bool) -> None:
        self.served(org, place)[on:] = [value] * (HORIZON + 1 - on)

    def may_split(self, org: int, part: int, child: int | None, on: int) -> bool:
        """Asked of a copy in which the part stands already."""
        parent = self.days[org][on] and self.days[org][on][1]
        return (
            self.may_change(org, on)
            and (parent is None or self.lives_on(parent))
            and (
                child is None
                or (
                    (bool(self.days[child][on]) and self.days[child][on][1] == org)
                    and self.may_move(child, part, on)
                )
            )
        )

    def may_merge(self, org: int, into: int, on: int) -> bool:
        return (
            self.may_end(org, on)
            and self.may_change(into, on)
            and not self.is_ever_above(org, into, on)
            and self.may_take_over(org, into, on)
            and all(self.may_move(child, into, on) for child in self.under(org, on))
        )

    def rewrite(self, org: int, on: int, index: int, value) -> None:
        for day in range(on, HORIZON + 1):
            row = list(self.days[org][day])
            row[index] = value
            self.days[org][day] = tuple(row)

    def end(self, org: int, on: int) -> None:
        for place in PLACES:
            self.serve(org, place, on, value=False)
        self.days[org][on:] = [None] * (HORIZON + 1 - on)

    def chain(self, day: int) -> dict:
        return {org: rows[day] for org, rows in self.days.items() if rows[day]}


class DatedVerbs(RuleBasedStateMachine):
    orgs = Bundle("orgs")

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        country = make_country()
        self.area = country["990101001001"]
        self.places = {code: country[code] for code in PLACES}
        self.by = make_user("party_officer", country["990101"])
        self.naive = Naive()
        self.named = 0

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def try_verb(self, is_lawful: bool, verb, *args, **kwargs):
        """Call a verb; it must be refused exactly when the naive model says so, and then change nothing."""
        try:
            with transaction.atomic():
                done = verb(*args, by=self.by, **kwargs)
        except (Refused, ValidationError) as refused:
            assert not is_lawful, refused
            return None
        assert is_lawful, f"{verb.__name__} should have been refused"
        return done

    def new_name(self) -> str:
        self.named += 1
        return f"党支部{self.named}"

    @rule(target=orgs, tier=st.integers(0, 2), day=some_day)
    def establish_at_the_top(self, tier, day):
        return self.establish(tier, day, None)

    @rule(target=orgs, tier=st.integers(0, 2), day=some_day, parent=orgs)
    def establish_below(self, tier, day, parent):
        return self.establish(tier, day, parent) or parent

    def establish(self, tier, day, parent):
        lawful = parent is None or (
            self.naive.lives_on(parent)
            and self.naive.begun(parent) <= day
            and self.naive.tier[parent] <= tier
        )
        name = self.new_name()
        org = self.try_verb(
            lawful,
            establish_org,
            self.area,
            on=at(day),
            tier=PartyTier.objects.get(pk=TIERS[tier]),
            kind=OrgKind.BRANCH,
            name=name,
            parent=parent and PartyOrg.objects.get(pk=parent),
        )
        if org is None:
            return None
        self.naive.tier[org.pk] = tier
        self.naive.days[org.pk] = [None] * day + [(name, parent)] * (HORIZON + 1 - day)
        return org.pk

    @rule(org=orgs, day=some_day)
    def rename(self, org, day):
        naive, name = self.naive, self.new_name()
        lawful = naive.may_change(org, day) and len(set(naive.column(org, 0, day - 1))) == 1
        self.try_verb(lawful, rename_org, PartyOrg.objects.get(pk=org), on=at(day), name=name)
        if lawful:
            naive.rewrite(org, day, 0, name)

    @rule(org=orgs, parent=st.none() | orgs, day=some_day)
    def move(self, org, parent, day):
        lawful = self.naive.may_move(org, parent, day)
        above = parent and PartyOrg.objects.get(pk=parent)
        self.try_verb(lawful, move_org, PartyOrg.objects.get(pk=org), on=at(day), parent=above)
        if lawful:
            self.naive.rewrite(org, day, 1, parent)

    @rule(org=orgs, day=some_day)
    def dissolve(self, org, day):
        lawful = self.naive.may_end(org, day) and not self.naive.under(org, day)
        self.try_verb(lawful, dissolve_org, PartyOrg.objects.get(pk=org), on=at(day))
        if lawful:
            self.naive.end(org, day)

    @rule(org=orgs, into=orgs, day=some_day)
    def merge(self, org, into, day):
        lawful = self.naive.may_merge(org, into, day)
        found = PartyOrg.objects.in_bulk([org, into])
        self.try_verb(lawful, merge_orgs, [found[org]], into=found[into], on=at(day))
        if lawful:
            for child in self.naive.under(org, day):
                self.naive.rewrite(child, day, 1, into)
            self.naive.take_over(org, into, day)
            self.naive.end(org, day)

    @rule(target=orgs, org=orgs, child=st.none() | orgs, day=some_day, with_places=st.booleans())
    def split(self, org, child, day, with_places):
        naive, name, part = deepcopy(self.naive), self.new_name(), 0
        above = naive.days[org][day] and naive.days[org][day][1]
        naive.tier[part] = naive.tier[org]
        naive.days[part] = [None] * day + [(name, above)] * (HORIZON + 1 - day)
        going = [place for place in PLACES if with_places and naive.served(org, place)[day]]
        lawful = naive.may_split(org, part, child, day) and all(
            naive.place_is_settled(org, place, day) for place in going
        )
        found = PartyOrg.objects.in_bulk([org, child or org])
        links = PartyOrgArea.objects.filter(org=org, area__code__in=going).live_on(at(day))
        made = self.try_verb(
            lawful,
            split_org,
            found[org],
            on=at(day),
            name=name,
            subordinates=[found[child]] if child else [],
            served=list(links),
        )
        if made is None:
            return org
        self.naive.tier[made.pk], self.naive.days[made.pk] = naive.tier[part], naive.days[part]
        if child:
            self.naive.rewrite(child, day, 1, made.pk)
        for place in going:
            self.naive.serve(org, place, day, value=False)
            self.naive.serve(made.pk, place, day, value=True)
        return made.pk

    @rule(org=orgs, place=some_place, day=some_day)
    def serve(self, org, place, day):
        naive = self.naive
        lives = naive.lives_on(org) and naive.begun(org) <= day
        lawful = lives and not any(naive.served(org, place)[day:])
        self.try_verb(lawful, serve_area, PartyOrg.objects.get(pk=org), area=self.places[place], on=at(day))
        if lawful:
            naive.serve(org, place, day, value=True)

    @rule(org=orgs, place=some_place, day=some_day)
    def leave(self, org, place, day):
        link = PartyOrgArea.objects.filter(org=org, area__code=place, valid__upper_inf=True).first()
        if link is None:
            return
        lawful = all(self.naive.served(org, place)[max(day - 1, 0) :]) and at(day) > link.valid.lower
        self.try_verb(lawful, leave_area, link, on=at(day))
        if lawful:
            self.naive.serve(org, place, day, value=False)

    @rule(day=some_day)
    def read_what_is_served(self, day):
        live = PartyOrgArea.objects.live_on(at(day)).values_list("org", "area__code")
        assert sorted(live) == sorted(key for key, days in self.naive.serves.items() if days[day])

    @rule(day=some_day)
    def read_the_chain(self, day):
        nodes = [node for root in chain_on(PartyOrg.objects.all(), at(day)) for node in root.walk()]
        read = {node.org.pk: (node.org.name_then, node.org.parent_then) for node in nodes}
        assert (len(nodes), read) == (len(read), self.naive.chain(day))

    @rule(org=orgs, day=some_day)
    def read_upwards(self, org, day):
        if self.naive.days[org][day]:
            above = [found.pk for found in ancestors_on(PartyOrg.objects.get(pk=org), at(day))]
            assert above == self.naive.above(org, day)[::-1]

    @invariant()
    def last_day_is_right(self):
        self.read_the_chain(HORIZON - 1)
        self.read_what_is_served(HORIZON - 1)


def test_dated_verbs_agree_with_a_table_of_days(db):
    run_state_machine_as_test(
        DatedVerbs,
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_chain_of_a_city_is_one_query_however_many_organisations(country, django_assert_num_queries):
    chain = make_chain(country)
    for number in range(20):
        make_org(country["990101001001001"], parent=chain["community"], name=f"第{number}党支部")
    with django_assert_num_queries(1):
        (root,) = chain_on(PartyOrg.objects.all(), date(2024, 1, 1))
        assert len(list(root.walk())) == 24


def test_the_chain_of_a_whole_city_reads_as_of_any_day_of_two_years(country, django_assert_num_queries):
    """95 / 1,242 / 4,511 under a township; every tenth branch moved once, one in the middle of each month."""
    counts = (("community", 95), ("branch", 1242), ("group", 4511))
    above, made = [make_org(country["990101001"], "township")], {}
    for tier, count in counts:
        made[tier] = above = _under(above, country["990101001001001"], tier, count)
    moved = made["branch"][::10]
    for number, org in enumerate(moved):
        _move_past_the_verbs(org, made["community"][-1], at(30 * (number % 24) - 700))
    for ago in range(0, 730, 73):
        day = at(-ago)
        with django_assert_num_queries(1):
            (root,) = chain_on(PartyOrg.objects.all(), day)
            nodes = list(root.walk())
        sizes = Counter(node.org.tier_id for node in nodes)
        assert sizes == {"township": 1} | dict(counts)
        gone = sum(at(30 * (number % 24) - 700) <= day for number in range(len(moved)))
        last = next(node for node in nodes if node.org == made["community"][-1])
        assert len(last.children) == len(_own_branches(made)) + gone


def _under(above: list[PartyOrg], area, tier: str, count: int) -> list[PartyOrg]:
    """Organisations of a tier, dealt out to those above in turn."""
    orgs = PartyOrg.objects.bulk_create(
        PartyOrg(
            area=area, area_code=area.code, tier_id=tier, kind=OrgKind.BRANCH, name=f"{tier}{number}",
            established_on=date(2021, 1, 1),
        )
        for number in range(count)
    )  # fmt: skip
    PartyOrgParent.objects.bulk_create(
        PartyOrgParent(org=org, parent=above[number % len(above)], valid=(org.established_on, None))
        for number, org in enumerate(orgs)
    )
    return orgs


def _move_past_the_verbs(org: PartyOrg, parent: PartyOrg, on: date) -> None:
    link = PartyOrgParent.objects.get(org=org)
    link.valid = (org.established_on, on)
    link.save()
    PartyOrgParent.objects.create(org=org, parent=parent, valid=(on, None))


def _own_branches(made: dict) -> list[PartyOrg]:
    """The branches that stand under the last community from their first day on."""
    last = len(made["community"]) - 1
    return [org for number, org in enumerate(made["branch"]) if number % len(made["community"]) == last]


def test_an_organisation_whose_superior_is_out_of_sight_is_a_root(country):
    chain = make_chain(country)
    roots = chain_on(PartyOrg.objects.exclude(tier="township"), date(2024, 1, 1))
    assert [root.org for root in roots] == [chain["community"]]
