"""Each check finds its one fault, and nothing where nothing is wrong."""

import pytest

from config.integrity import known_rights
from governance.integrity.actions import make_night_runs
from governance.integrity.models import CheckRun, Finding
from governance.integrity.presenting import page_of
from governance.integrity.registry import checks, find_check
from governance.integrity.working import work_off
from governance.kernel.days import today
from governance.people.models import Post, PostHolding, Role
from tests.factories.integrity import make_finding
from tests.factories.people import make_user
from tests.integrity.planting import CITY, GRID, PLANTS


def test_every_check_has_a_fault_planted_for_it():
    assert set(PLANTS) == set(checks())


def test_no_check_finds_anything_where_nothing_is_wrong(sound):
    make_night_runs(today())

    assert work_off() == len(checks())
    assert list(CheckRun.objects.exclude(found=0, error="").values_list("code", "found", "error")) == []
    assert not Finding.objects.exists()


@pytest.mark.parametrize("code", sorted(PLANTS))
def test_a_check_finds_its_one_fault(code, sound, look):
    planting = PLANTS[code](sound)
    next(planting)
    before = look(code)
    next(planting, None)
    after = look(code)

    assert (before.error, after.error) == ("", "")
    assert (before.found, after.found) == (0, 1)
    assert Finding.objects.open().get().code == code


@pytest.mark.parametrize("code", sorted(code for code, check in checks().items() if check.page))
def test_a_finding_leads_to_a_page_that_opens(code, sound, plant_fault, look, client):
    plant_fault(code)
    look(code)
    role = Role.objects.create(code="all", name="全部", level="city", rights=sorted(known_rights()))
    post = Post.objects.create(role=role, area=sound[CITY])
    user = make_user()
    PostHolding.objects.create(post=post, user=user, area=sound[CITY], valid=("2020-01-01", None))
    client.force_login(user)

    address = page_of(Finding.objects.open().get(), find_check(code), user)

    assert client.get(address).status_code == 200


def test_whoever_may_not_open_the_page_is_given_no_link(sound, look):
    finding = make_finding(sound[GRID], code="visit-date", target="1")

    assert page_of(finding, find_check("visit-date"), make_user("system_admin", sound[CITY])) == ""
    assert page_of(finding, find_check("visit-date"), make_user("city_official", sound[CITY])) != ""
