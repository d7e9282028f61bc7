"""Three years after leaving, nobody can read who sat there; the seat itself stays."""

from datetime import date

import pytest
import time_machine

from governance.audit.models import AuditEvent
from grids.enums.body_posts import Body
from grids.models import BodyPost
from grids.tasks import forget_former_post_holders
from property import actions
from property.models import CommitteeMember, ManagedCompound
from property.tasks import forget_former_committee_members
from tests.factories.body_posts import make_post
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import make_committee

LEFT = date(2026, 3, 10)
LAST_DAY, AFTER = "2029-03-09", "2029-03-10"  # three years of 365 days, with one leap day between


@pytest.fixture
def member(country):
    """Somebody who sat in a committee and in a branch, and left both."""
    compound = make_compound(country["990101001001"], name="玺悦小区")
    committee, officer = make_committee(compound), make_user("property_officer", country["990101"])
    make_post(compound, Body.BRANCH, until=LEFT)
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        person = {"name": "欧阳修远", "phone": "13800138000", "title": "chair", "is_owner": True}
        member = actions.add_member(committee, by=officer, from_on=date(2022, 1, 1), **person)
        actions.end_member(member, by=officer, on=LEFT, reason="换届")
    return member


def swept(day: str) -> None:
    with time_machine.travel(f"{day} 02:50+08:00", tick=False):
        forget_former_committee_members()
        forget_former_post_holders()


def test_who_left_is_kept_for_three_years(member):
    swept(LAST_DAY)
    kept = CommitteeMember.objects.get()
    assert (kept.name_masked, kept.open_value("name"), kept.post.phone_masked) == (
        "欧**远", "欧阳修远", "138****8000",
    )  # fmt: skip


def test_name_and_telephone_are_forgotten_and_the_seat_stays(member):
    swept(AFTER)
    kept = CommitteeMember.objects.get()
    assert (kept.name_sealed, kept.name_masked, kept.title, kept.valid.upper) == ("", "", "chair", LEFT)
    for post in BodyPost.objects.all():
        assert (post.name_sealed, post.name_masked, post.phone_sealed, post.phone_masked) == ("", "", "", "")
    assert kept.post.title == "主任"


def test_two_who_are_forgotten_are_not_one_person(member):
    assert ManagedCompound.objects.with_cross_post_on(date(2026, 3, 9)).count() == 1
    swept(AFTER)
    assert ManagedCompound.objects.with_cross_post_on(date(2026, 3, 9)).count() == 0
    assert len(set(BodyPost.objects.values_list("person_index", flat=True))) == 2


def test_who_still_sits_is_kept_and_a_second_sweep_does_nothing(country, member):
    make_post(country["990101001001"], Body.RESIDENTS)
    swept(AFTER)
    swept("2035-01-01")
    assert BodyPost.objects.exclude(name_sealed="").get().body == Body.RESIDENTS
    assert AuditEvent.objects.filter(action="personal.forget").count() == 2
