"""The terms of the Party organisations with their elections, and some new names of the last two years."""

from datetime import date, timedelta

from demo.chance import chance
from demo.city import City
from governance.kernel.days import years_later
from governance.party.enums import ChangeKind, Tier
from governance.party.models import PartyOrg, PartyOrgChange, PartyOrgFormerName, PartyTerm

RENAMED = 24


def make_terms(city: City) -> None:
    """A term that runs for each, the one before where the organisation is older, and the elections between."""
    dice = chance("terms")
    orgs = list(PartyOrg.objects.exclude(term_ends_on=None).order_by("pk"))
    terms, changes = [], []
    for org in orgs:
        begun = max(years_later(org.term_ends_on, -org.term_years), org.established_on)
        paper = f"银党组〔{begun.year}〕{dice.randint(1, 400)}号"
        terms.append(PartyTerm(org=org, valid=(begun, None), due_on=org.term_ends_on, approved_no=paper))
        if begun > org.established_on:
            earlier = (org.established_on, begun)
            terms.append(PartyTerm(org=org, valid=earlier, due_on=begun, approved_no=org.approved_no))
            changes.append(PartyOrgChange(org=org, kind=ChangeKind.ELECT, on=begun, approved_no=paper))
    PartyTerm.objects.bulk_create(terms, batch_size=4000)
    PartyOrgChange.objects.bulk_create(changes, batch_size=4000)
    _renames([org for org in orgs if org.tier_id == Tier.BRANCH and not org.is_joint], city.today, dice)


def _renames(branches: list[PartyOrg], today: date, dice) -> None:
    names, changes = [], []
    for org in dice.sample(branches, RENAMED):
        on = today - timedelta(days=dice.randint(30, 700))
        former = org.name.replace("党支部", "第一党支部")
        names.append(PartyOrgFormerName(org=org, name=former, valid=(org.established_on, on)))
        paper = f"银党组〔{on.year}〕{dice.randint(1, 400)}号"
        changes.append(PartyOrgChange(org=org, kind=ChangeKind.RENAME, on=on, approved_no=paper, note=former))
    PartyOrgFormerName.objects.bulk_create(names)
    PartyOrgChange.objects.bulk_create(changes)
