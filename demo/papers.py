"""A people's mediation committee in every county and township, and the dossiers they bound this year."""

from collections import Counter
from datetime import timedelta

from demo.chance import chance, day_before
from demo.city import City
from disputes.enums.mediation import AgreementForm
from disputes.enums.papers import Paper
from disputes.models import Committee, Dispute, Dossier, FiledPaper, VolumeCounter
from disputes.papers.values import title_of
from disputes.states import DisputeState
from governance.casework.enums import Outcome

BOUND = 240  # of the cases closed last, how many are in the archive room already
LATELY = 120  # days
SIGNED = (Paper.REGISTRATION, Paper.RIGHTS_NOTICE, Paper.IDENTITY, Paper.RECORD, Paper.FOLLOW_UP)
OF_FORM = {AgreementForm.WRITTEN: Paper.AGREEMENT, AgreementForm.ORAL: Paper.ORAL_AGREEMENT}
SUFFIXES = ("街道", "镇", "乡", "区", "县", "市")


def make_papers(city: City) -> None:
    """After every case is there. Each signed paper counts as lying in the folder: nobody photographed them."""
    dice = chance("papers")
    committees = _committees(city, dice)
    filed = [dispute for dispute in _closed_lately(city) if _committee_of(dispute, committees)]
    last = Counter()
    for dispute in filed:
        _file(dispute, _committee_of(dispute, committees), last)
    VolumeCounter.objects.bulk_create(
        VolumeCounter(committee=committee, year=year, last=count) for (committee, year), count in last.items()
    )


def _committees(city: City, dice) -> dict[str, Committee]:
    codes = [code for code in city.areas if len(code) in (6, 9)]
    words = Counter(_short(city.names[code]) for code in codes)
    made = Committee.objects.bulk_create(
        Committee(
            area_id=city.areas[code],
            area_code=code,
            name=f"{city.names[code]}人民调解委员会",
            short_word=_word(city, code, words),
            member_count=dice.randint(3, 9),
            women_count=dice.randint(1, 3),
            elected_on=day_before(city.today, dice, 1000),
        )
        for code in codes
    )
    return {committee.area_code: committee for committee in made}


def _word(city: City, code: str, words: Counter) -> str:
    """What a volume number says of the place; two of one name say their county too."""
    word = _short(city.names[code])
    return word if words[word] == 1 else city.names[code[:6]] + city.names[code]


def _short(name: str) -> str:
    """上海西路街道 → 上海西路; a name that would be left with one character stays whole."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name.removesuffix(suffix)
    return name


def _closed_lately(city: City) -> list[Dispute]:
    since = city.today - timedelta(days=LATELY)
    closed = Dispute.objects.filter(
        case__state=DisputeState.CLOSED,
        case__closed_on__range=(since, city.today - timedelta(days=10)),
        case__outcome=Outcome.RESOLVED,
        mediator__isnull=False,
    )
    found = (
        closed.for_page().prefetch_related("parties", "agreements").order_by("-case__closed_on", "-case_id")
    )
    return list(found[:BOUND])[::-1]


def _committee_of(dispute: Dispute, committees: dict[str, Committee]) -> Committee | None:
    seat = dispute.case.owner_post.area if dispute.case.owner_post else dispute.case.area
    return committees.get(seat.code[:9]) or committees.get(seat.code[:6])


def _file(dispute: Dispute, committee: Committee, last: Counter) -> None:
    filed_on = dispute.case.closed_on + timedelta(days=3)
    last[(committee, filed_on.year)] += 1
    serial = last[(committee, filed_on.year)]
    Dossier.objects.create(
        dispute=dispute,
        committee=committee,
        year=filed_on.year,
        serial=serial,
        number=f"({filed_on.year}){committee.short_word}人调字第{serial}号",
        title=title_of(dispute),
        filed_by=dispute.mediator,
        filed_on=filed_on,
    )
    FiledPaper.objects.bulk_create(
        FiledPaper(dispute=dispute, kind=kind, is_on_paper=True, page_count=2, changed_by=dispute.mediator)
        for kind in (*SIGNED, OF_FORM[dispute.agreements.all()[0].form])
    )
