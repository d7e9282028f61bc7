"""Cases by COPY know their text, which the database cuts up itself; initials and parties are added here."""

from demo.city import City
from disputes.actions.searching import index_parties
from governance.casework.actions.finding import spell_cases


def make_searchable(city: City) -> None:
    spell_cases()
    index_parties()
