"""What stands behind a figure opens: every list that is offered, and every list of a role's own work is offered."""

import pytest
from django.test import Client

from governance.statistics import registry
from governance.statistics.board import open_lists
from governance.statistics.enums import Right
from governance.statistics.reading import read_values, span_of
from tests.factories.people import make_roles, make_user
from tests.statistics.readers import NAMES, READERS


@pytest.mark.parametrize(("role", "code", "own"), READERS, ids=NAMES)
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
    assert readers == set(NAMES)
