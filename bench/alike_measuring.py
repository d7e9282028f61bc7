"""How many of the suggestions are right, and how many of what is one matter they find, on disputes drawn for it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from bench.alike_sample import COMMUNITIES, STREETS, Told, draw_sample
from disputes.alike import candidates, facts_of
from disputes.enums.alike import SUGGESTED_FROM
from disputes.models import Category, Dispute, Party
from disputes.rules.likeness import likeness
from disputes.rules.parties import words_of
from governance.areas.importing import AreaRow, bulk_open
from governance.areas.models import Area
from governance.casework.enums import Kind
from governance.casework.models import Case
from governance.kernel.days import today

HELD_OUT = 20_261_125  # the seed nothing was fitted on
COUNTY, FIRST = "998801", "9988"
THRESHOLDS = (65, 70, 75, 80, 85, 90, 95, 100)


@dataclass
class Measured:
    """The pairs that truly are one matter, and the points of every pair that was compared."""

    one_matter: set[tuple[int, int]]
    points: dict[tuple[int, int], float]

    def at(self, threshold: float) -> tuple[float, float]:
        """Precision and recall."""
        said = {pair for pair, points in self.points.items() if points >= threshold}
        right = len(said & self.one_matter)
        return right / len(said) if said else 1.0, right / len(self.one_matter)


def measure_alike(seed: int = HELD_OUT, *, count: int = 2_000, kept_back: bool = True) -> Measured:
    """Write the disputes, look for each among the others as a page does, and take them away again."""
    with transaction.atomic():
        told = draw_sample(seed, count, kept_back=kept_back)
        matters = dict(zip(_write(told), (one.cluster for one in told), strict=True))
        measured = Measured(_pairs(matters), _compare())
        transaction.set_rollback(True)
    return measured


def table(measured: Measured) -> str:
    lines = ["| 阈值 | 准确率 | 召回率 |", "| ---: | ---: | ---: |"]
    for threshold in THRESHOLDS:
        precision, recall = measured.at(threshold)
        mark = " ←" if threshold == SUGGESTED_FROM else ""
        lines.append(f"| {threshold}{mark} | {precision:.3f} | {recall:.3f} |")
    return "\n".join(lines)


def _pairs(matters: dict[int, int]) -> set[tuple[int, int]]:
    found, earlier = set(), {}
    for pk, cluster in sorted(matters.items()):
        found |= {(before, pk) for before in earlier.get(cluster, ())}
        earlier.setdefault(cluster, []).append(pk)
    return found


def _compare() -> dict[tuple[int, int], float]:
    everything = Dispute.objects.within(COUNTY)
    facts = {one.pk: one for one in facts_of(everything)}
    points = {}
    for one in facts.values():
        for pk in candidates(everything, one):
            if pk < one.pk and (how := likeness(one, facts[pk])):
                points[pk, one.pk] = how.points
    return points


def _write(told: list[Told]) -> list[int]:
    communities = _communities()
    begun = today() - timedelta(days=max(one.day for one in told))
    cases = [_case(number, one, communities, begun) for number, one in enumerate(told)]
    parties = [[_party(party) for party in one.parties] for one in told]
    for case, named in zip(cases, parties, strict=True):
        case.keywords = " ".join(word for party in named for word in words_of(party))
    Case.objects.bulk_create(cases, batch_size=500)
    Dispute.objects.bulk_create(
        Dispute(case=case, category_id=one.category) for case, one in zip(cases, told, strict=True)
    )
    for case, named in zip(cases, parties, strict=True):
        for party in named:
            party.dispute_id = case.pk
    Party.objects.bulk_create([party for named in parties for party in named], batch_size=1000)
    return [case.pk for case in cases]


def _communities() -> list[Area]:
    rows = [AreaRow(FIRST, "样本市", "city"), AreaRow(COUNTY, "样本区", "county", FIRST)]
    for street in range(STREETS):
        code = f"{COUNTY}{street + 1:03d}"
        rows.append(AreaRow(code, f"样本{street + 1}街道", "township", COUNTY))
        rows += [
            AreaRow(f"{code}{number + 1:03d}", f"样本{street + 1}-{number + 1}社区", "community", code)
            for number in range(COMMUNITIES)
        ]
    bulk_open(rows, on=today() - timedelta(days=2000))
    return list(Area.objects.filter(code__startswith=COUNTY, level="community").order_by("code"))


def _case(number: int, told: Told, communities: list[Area], begun) -> Case:
    for category in {told.category[:2], told.category}:
        Category.objects.get_or_create(code=category, defaults={"name": category})
    case = Case(
        number=f"{COUNTY}X{number:05d}",
        public_code=f"SAMPLE{number:04d}",
        kind=Kind.DISPUTE,
        title=told.title,
        summary=told.summary,
        place=told.place,
        level_id="community",
        state="registered",
        registered_on=begun + timedelta(days=told.day),
    )
    case.place_in(communities[told.community])
    return case


def _party(told: dict) -> Party:
    party = Party(role=told["role"], name=told["name"], is_org=told["is_org"])
    party.seal_value("phone", told["phone"])
    return party
