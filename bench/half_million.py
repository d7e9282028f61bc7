"""A city of 1,440 communities with as many disputes of three years as asked for, one in 25 still open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import connection

from demo import words
from demo.chance import ZONE
from demo.copying import Ids
from disputes.models import Category, Dispute, Party
from disputes.rules.parties import words_of
from disputes.states import DisputeState as S
from governance.areas.importing import AreaRow, bulk_open
from governance.areas.models import Area
from governance.areas.spelling import initials_of
from governance.casework.enums import Kind, LimitUnit, Outcome, Source
from governance.casework.models import Case
from governance.kernel.copying import copy_rows
from governance.kernel.days import today
from governance.people.models import Post, Role

CITY, STREET = "9901", "990101001"
COUNTIES, STREETS, COMMUNITIES = 8, 12, 15
FOUNDED = date(2018, 1, 1)
OPEN_EVERY = 25
DAYS = 3 * 365
ORGS = 4_000
ORG_KINDS = ("物业服务有限公司", "建设有限公司", "商贸有限公司")
CASE = [
    "id", "area_id", "area_code", "number", "public_code", "kind", "source", "title", "place", "summary",
    "owner_area_id", "owner_post_id", "level_id", "grade", "state", "is_joint", "registered_on", "accepted_on",
    "due_at", "limit_unit", "handle_due_at", "outcome", "resolved_on", "closed_on", "returned_count",
    "reopened_count", "version", "content_digest", "changed_at", "initials", "keywords",
]  # fmt: skip
DISPUTE = [
    "case_id", "category_id", "complexity", "scale", "people_count", "involved_org", "risk", "method", "track",
    "external_number",
]  # fmt: skip
PARTY = [
    "seal_id", "dispute_id", "role", "name", "is_org", "is_representative", "phone_sealed", "phone_masked",
    "phone_index", "id_no_sealed", "id_no_masked", "id_no_index", "result",
]  # fmt: skip


@dataclass
class City:
    """What the rows point at."""

    communities: list[tuple[int, str]]
    seats: dict[str, tuple[int, int]]
    orgs: list[str]
    matters: list[tuple[str, str]]
    open_every: int = OPEN_EVERY


def load(count: int, *, open_every: int = OPEN_EVERY) -> None:
    """Table after table by COPY; the same number gives the same rows."""
    city = _city()
    city.open_every = open_every
    with _bare(Case, Dispute, Party):
        copy_rows(Case, CASE, (_case(pk, city) for pk in range(1, count + 1)))
        copy_rows(Dispute, DISPUTE, (_dispute(pk, city) for pk in range(1, count + 1)))
        copy_rows(Party, PARTY, (_row(party) for pk in range(1, count + 1) for party in _parties(pk, city)))
    Ids(Case).settle()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


@contextmanager
def _bare(*models):
    """Without the counting of figures and the index of words, which is quicker made afterwards."""
    (words,) = (index for index in Case._meta.indexes if index.name == "case_search")
    _triggers("DISABLE", models)
    with connection.schema_editor() as editor:
        editor.remove_index(Case, words)
    yield
    with connection.schema_editor() as editor:
        editor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        editor.add_index(Case, words)
    _triggers("ENABLE", models)


def _triggers(wanted: str, models) -> None:
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f'ALTER TABLE "{model._meta.db_table}" {wanted} TRIGGER USER')


def _city() -> City:
    bulk_open(list(_divisions()), on=FOUNDED)
    ids = dict(Area.objects.values_list("code", "pk"))
    role = Role.objects.get(code="street_dispatcher")
    streets = [code for code in ids if len(code) == 9]
    posts = [Post(role=role, area_id=ids[code], area_code=code, opened_on=FOUNDED) for code in streets]
    made = Post.objects.bulk_create(posts)
    dice = Random(1)
    orgs = [
        f"{words.estate(dice, set())}{kind}"
        for kind in ("物业服务有限公司", "建设有限公司")
        for _ in range(ORGS // 2)
    ]
    known = set(Category.objects.values_list("pk", flat=True))
    return City(
        communities=[(ids[code], code) for code in ids if len(code) == 12],
        seats={post.area_code: (post.pk, post.area_id) for post in made},
        orgs=orgs,
        matters=[
            (key, title) for key, titles in words.DISPUTE_TITLES.items() if key in known for title in titles
        ],
    )


def _divisions() -> Iterator[AreaRow]:
    yield AreaRow(CITY, "量测市", "city")
    for county in (f"{CITY}{number + 1:02d}" for number in range(COUNTIES)):
        yield AreaRow(county, f"{county}区", "county", CITY)
        for street in (f"{county}{number + 1:03d}" for number in range(STREETS)):
            yield AreaRow(street, f"{street}街道", "township", county)
            for community in range(COMMUNITIES):
                yield AreaRow(
                    f"{street}{community + 1:03d}", f"{street}第{community + 1}社区", "community", street
                )


def _told(pk: int, city: City) -> tuple[Random, str, str, str]:
    """The dice of one case, with its category, title and place."""
    dice = Random(pk)
    category, matter = dice.choice(city.matters)
    place = f"{dice.choice(words.COMPANY_HEADS)}{dice.choice(words.ESTATES)}{dice.randint(1, 30)}号楼"
    return dice, category, f"{matter}（{place[-6:]}）", place


def _case(pk: int, city: City) -> tuple:
    dice, _category, title, place = _told(pk, city)
    area, code = dice.choice(city.communities)
    post, seat = city.seats[code[:9]]
    is_open = pk % city.open_every == 0
    day = today() - timedelta(days=dice.randrange(20) if is_open else dice.randrange(20, DAYS))
    due = datetime.combine(day + timedelta(days=15), time(23, 59, 59), ZONE)
    ended = None if is_open else day + timedelta(days=9)
    keywords = dict.fromkeys(word for party in _parties(pk, city) for word in words_of(party))
    summary = f"{title}。{dice.choice(words.NOTES['dispute'])}，{place}的住户请求调解，约定{day.day}日面谈。"
    return (
        pk, area, code, f"{code[:6]}J{day:%y%m%d}{pk:07d}", f"B{pk:09d}", Kind.DISPUTE, Source.WINDOW, title,
        place, summary, seat, post if is_open else None, "township", 0, S.MEDIATING if is_open else S.CLOSED, False,
        day, day, due if is_open else None, LimitUnit.DAY, due, "" if is_open else Outcome.RESOLVED, ended, ended, 0,
        0, 1, "", due, initials_of(title, place), " ".join(keywords),
    )  # fmt: skip


def _dispute(pk: int, city: City) -> tuple:
    _dice, category, _title, _place = _told(pk, city)
    return (pk, category, "ordinary", "01", 2, "", "low", "", "", "")


def _parties(pk: int, city: City) -> list[Party]:
    """An applicant, and a respondent who is an organisation three times in ten."""
    dice = Random(-pk)
    is_org = dice.random() < 0.3
    name = dice.choice(city.orgs) if is_org else words.person(dice)
    marks = {"phone_masked": "100****0000"}
    return [
        Party(
            dispute_id=pk, role="applicant", name=words.person(dice), phone_index=f"{2 * pk:064x}", **marks
        ),
        Party(
            dispute_id=pk,
            role="respondent",
            name=name,
            is_org=is_org,
            phone_index=f"{2 * pk + 1:064x}",
            **marks,
        ),
    ]


def _row(party: Party) -> tuple:
    return tuple(getattr(party, column) for column in PARTY)
