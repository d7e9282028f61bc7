"""Members of the demo city's committees and the posts in bodies are the same people."""

from datetime import timedelta

import pytest

from demo.bodies import make_bodies
from demo.chance import chance
from demo.city import City
from demo.meetings import BEHIND, fall_behind, make_members
from governance.kernel.days import today
from grids.enums.body_posts import Body, Register
from grids.models import BodyPost
from property.models import CommitteeMember, OwnersCommittee
from tests.factories.grids import make_compound
from tests.factories.property import make_committee

pytestmark = pytest.mark.django_db


def test_members_are_the_people_of_the_posts(country):
    city = City(today=today())
    city.areas = {code: area.pk for code, area in country.items() if len(code) <= 12}
    for _number in range(12):
        make_committee(make_compound(country["990101001001"]), member_count=5)
    make_bodies(city)
    by_hand = BodyPost.objects.filter(body=Body.COMMITTEE).count()

    make_members(list(OwnersCommittee.objects.select_related("compound")), chance("meetings"))

    members = CommitteeMember.objects.select_related("post")
    with_post = [member for member in members if member.post]
    assert (len(members), len(with_post) < 60, by_hand < len(with_post)) == (60, True, True)
    assert {member.post.name_masked == member.name_masked for member in with_post} == {True}
    assert {member.valid == member.post.valid for member in with_post} == {True}
    in_committees = BodyPost.objects.filter(body=Body.COMMITTEE)
    assert set(in_committees.values_list("kept_in", flat=True)) == {Register.COMMITTEE}
    assert in_committees.count() == len(with_post)


def test_some_committees_are_late_with_filing_and_election(country):
    since = today() - timedelta(days=500)
    filed = {"filing_no": "备1", "filed_on": since, "term_ends_on": today() + timedelta(days=900)}
    for _number in range(2 * BEHIND + 1):
        make_committee(make_compound(country["990101001001"]), since=since, **filed)
    committees = list(OwnersCommittee.objects.order_by("pk"))

    fall_behind(committees, City(today=today()))

    rows = OwnersCommittee.objects
    assert rows.filing_late_on(today()).count() == BEHIND
    assert 0 < rows.term_ending_by(today(), today()).count() < BEHIND
    assert rows.term_ending_by(today() + timedelta(days=90), today()).count() == BEHIND
