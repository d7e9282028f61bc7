"""What stands behind a figure opens: every list that is offered, and every list of a role's own work is offered."""

import pytest
from django.test import Client

from governance.statistics import registry
from governance.statistics.board import open_lists
from governance.statistics.definitions import Group
from governance.statistics.enums import Right
from governance.statistics.reading import read_values, span_of
from tests.factories.people import make_roles, make_user

ALL = frozenset(Group)
# Who reads the board, where, and the groups of figures that are this role's own work.
READERS = [
    ("city_official", "9901", ALL),
    ("county_official", "990101", ALL),
    ("centre_supervisor", "990101", ALL),
    ("party_officer", "990101", frozenset({Group.PARTY, Group.PROPERTY})),
    ("property_officer", "990101", frozenset({Group.PARTY, Group.PROPERTY})),
    ("deeds_officer", "9901", frozenset({Group.DEEDS, Group.HOUSING})),
    ("street_dispatcher", "990101001", ALL),
    ("street_deputy", "990101001", ALL),
    ("community_secretary", "990101001001", ALL),
]
NO_WORK_OF_THEIR_OWN = {"system_admin", "api_client"}


@pytest.mark.parametrize(("role", "code", "own"), READERS, ids=[reader[0] for reader in READERS])
def test_every_list_behind_a_figure_opens(country, role, code, own):
    user, client = make_user(role, country[code]), Client()
    client.force_login(user)
    closed, refused = [], []
    indicators = list(registry.indicators().values())
    for reading in read_values(indicators, area=country[code], span=span_of()):
        offered = open_lists(reading, user)
        closed += [
            f"{reading.indicator.key} {side}"
            for side, address in reading.page_lists().items()
            if address and reading.indicator.group in own and not offered[side]
        ]
        refused += [url for url in filter(None, offered.values()) if client.get(url).status_code != 200]
    assert (closed, refused) == ([], [])


def test_every_role_that_reads_the_board_is_walked(db):
    readers = {code for code, role in make_roles().items() if Right.VIEW in role.rights}
    assert readers - {reader[0] for reader in READERS} == NO_WORK_OF_THEIR_OWN
