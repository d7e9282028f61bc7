"""Companies, contracts and committees: 金凤区's shares now and at the end of 2021, other counties near them."""

from datetime import date, timedelta

from demo import words
from demo.chance import Wheel, chance, spread
from demo.city import JINFENG, City
from grids.models import Compound
from property.enums import CommitteeKind, PartyLinkKind, ServiceMode
from property.models import CompanyPartyLink, OwnersCommittee, PropertyCompany, PropertyContract

# Of 金凤区's 188 compounds and 31 companies, at the end of 2021 and now: 139 → 163 managed (73.94 → 86.70 %),
# 88 → 128 with a committee (up 45 %), 5 → 15 companies with a Party organisation (16.13 → 48.39 %).
JINFENG_COMPANIES, JINFENG_PARTY = 31, (5, 15)
JINFENG_MANAGED, JINFENG_COMMITTEES = (139, 163), (88, 128)
THEN = date(2021, 12, 31)
BEGUN = date(2017, 3, 1)


def make_property(city: City) -> None:
    """County by county."""
    dice = chance("property")
    for county in [code for code in city.areas if len(code) == 6]:
        compounds = list(Compound.objects.within(county).order_by("pk"))
        is_jinfeng = county == JINFENG
        count = JINFENG_COMPANIES if is_jinfeng else max(len(compounds) // 7, 4)
        companies = _companies(city, county, count, dice)
        _party_links(
            companies,
            JINFENG_PARTY if is_jinfeng else (count // 6, round(count * dice.uniform(0.35, 0.6))),
            dice,
        )
        _contracts(
            compounds, companies, JINFENG_MANAGED if is_jinfeng else _about(compounds, 0.70, 0.84, dice), dice
        )
        _committees(compounds, JINFENG_COMMITTEES if is_jinfeng else _about(compounds, 0.4, 0.62, dice), dice)


def _about(compounds: list, before: float, now: float, dice) -> tuple[int, int]:
    shift = dice.uniform(-0.04, 0.04)
    return round(len(compounds) * (before + shift)), round(len(compounds) * (now + shift))


def _since(number: int, before: int, city_today: date, dice) -> date:
    """The first `before` began by the end of 2021, the others after."""
    if number < before:
        return BEGUN + timedelta(days=dice.randint(0, 1500))
    return THEN + timedelta(days=dice.randint(30, 1500))


def _companies(city: City, county: str, count: int, dice) -> list[PropertyCompany]:
    heads = dice.sample(words.COMPANY_HEADS, min(count, len(words.COMPANY_HEADS)))
    heads += [
        dice.choice(words.COMPANY_HEADS) + dice.choice(words.COMPANY_HEADS) for _ in range(count - len(heads))
    ]
    return PropertyCompany.objects.bulk_create(
        PropertyCompany(
            area_id=city.areas[county],
            area_code=county,
            name=f"{city.names[county][:2]}{head}物业服务有限公司",
            uscc=words.uscc(dice, county),
            started_on=BEGUN - timedelta(days=dice.randint(10, 3000)),
        )
        for head in heads
    )


def _party_links(companies: list[PropertyCompany], counts: tuple[int, int], dice) -> None:
    before, now = counts
    CompanyPartyLink.objects.bulk_create(
        CompanyPartyLink(
            company=company,
            kind=PartyLinkKind.OWN if dice.random() < 0.6 else PartyLinkKind.JOINT,
            valid=(_since(number, before, THEN, dice), None),
        )
        for number, company in enumerate(dice.sample(companies, now))
    )


def _contracts(compounds: list[Compound], companies: list, counts: tuple[int, int], dice) -> None:
    before, now = counts
    rows, staff = [], chance(f"staff {compounds[0].area_code}" if compounds else "staff")
    for number, compound in enumerate(dice.sample(compounds, now)):
        begun = _since(number, before, THEN, dice)
        mode = Wheel({ServiceMode.PROFESSIONAL: 90, ServiceMode.COMMUNITY: 8, ServiceMode.SELF_RUN: 2}).spin(
            dice
        )
        contract = PropertyContract(
            area_id=compound.area_id,
            area_code=compound.area_code,
            compound=compound,
            company=dice.choice(companies) if mode == ServiceMode.PROFESSIONAL else None,
            mode=mode,
            valid=(begun, date(2027, 1, 1) + timedelta(days=dice.randint(5, 1400))),
            fee_cents=dice.randint(45, 220),
        )
        contract.seal_value("manager", words.person(dice))
        _staff(contract, staff)
        rows.append(contract)
    PropertyContract.objects.bulk_create(rows)


def _staff(contract: PropertyContract, dice) -> None:
    """Number, manager's phone and people, about one for every sixty households."""
    begun = contract.valid[0]
    contract.number = f"{begun.year}-{dice.randint(1, 999):03d}"
    contract.seal_value("manager_phone", words.phone(dice))
    contract.manager_since = begun
    total = max(contract.compound.household_count // 60, 3)
    contract.guard_count, contract.cleaner_count, contract.repairer_count = spread(total - 1, [4, 5, 2])
    contract.staff_count = total


def _committees(compounds: list[Compound], counts: tuple[int, int], dice) -> None:
    before, now = counts
    rows = []
    for number, compound in enumerate(dice.sample(compounds, now)):
        begun = _since(number, before, THEN, dice)
        rows.append(
            OwnersCommittee(
                area_id=compound.area_id,
                area_code=compound.area_code,
                compound=compound,
                kind=Wheel({CommitteeKind.OWNERS: 7, CommitteeKind.MANAGEMENT: 3}).spin(dice),
                valid=(begun, None),
                member_count=dice.choice([5, 7, 9]),
                term_ends_on=date(2027, 1, 1) + timedelta(days=dice.randint(0, 1000)),
                filing_no=f"备{begun.year}-{number + 1:04d}",
                filed_on=begun + timedelta(days=dice.randint(3, 28)),
            )
        )
    OwnersCommittee.objects.bulk_create(rows)
