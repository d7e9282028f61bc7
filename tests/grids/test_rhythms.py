"""走访节奏: proposed by the preset, taken up by communities and above, inherited below."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from grids.actions.rhythms import choose_rhythm
from grids.models import RhythmChoice
from tests.factories.people import make_user
from tests.factories.rhythms import make_rhythms, switch_on


@pytest.fixture
def rules(db):
    return make_rhythms()


@pytest.fixture
def community(country):
    return country["990101001001"]


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def in_force(code: str) -> dict:
    return {rhythm.rule.code: rhythm.days for rhythm in RhythmChoice.objects.in_force([code])[code]}


def test_the_preset_puts_nothing_in_force_and_leaves_choices_alone(rules, community):
    switch_on(community, "elders_children", days=20)
    again = make_rhythms()

    assert again.keys() == rules.keys()
    assert in_force(community.code) == {"elders_children": 20}


def test_choose_rhythm_is_for_communities_and_above_that_one_keeps(rules, country, community, worker):
    leader = make_user("grid_leader", country["990101001001001"])
    secretary = make_user("community_secretary", community)
    rule = rules["elders_children"]
    with pytest.raises(Refused) as refusal:
        choose_rhythm(country["990101001001001"], rule, by=leader, days=30, is_on=True)
    for person, area in ((worker, community), (leader, community), (secretary, country["990101001"])):
        with pytest.raises(PermissionDenied):
            choose_rhythm(area, rule, by=person, days=30, is_on=True)

    assert refusal.value.code == "level_too_low"
    assert not RhythmChoice.objects.exists()


def test_choose_rhythm_changes_its_own_decision_and_records_it(rules, community, secretary):
    rule = rules["elders_children"]
    choose_rhythm(community, rule, by=secretary, days=30, is_on=True)
    choose_rhythm(community, rule, by=secretary, days=20, is_on=False)

    choice = RhythmChoice.objects.get()
    assert (choice.days, choice.is_on, choice.set_by) == (20, False, secretary)
    last = AuditEvent.objects.filter(action="grids.choose_rhythm").latest("pk")
    assert (last.before["days"], last.after["days"]) == (30, 20)


@pytest.mark.parametrize("days", [0, 731])
def test_choose_rhythm_keeps_to_days_that_make_sense(rules, community, secretary, days):
    with pytest.raises(ValidationError):
        choose_rhythm(community, rules["everyone"], by=secretary, days=days, is_on=True)


def test_the_nearest_decision_holds_below(rules, country, community):
    switch_on(country["9901"], "elders_children", "everyone")
    switch_on(country["990101001"], "elders_children", days=15)
    switch_on(community, "everyone", is_on=False)

    grid, beside = "990101001001001", "990101002001001"
    assert in_force(grid) == {"elders_children": 15}
    assert in_force(beside) == {"elders_children": 30, "everyone": 365}


def test_a_rule_is_switched_on_changed_and_off_at_the_desk(desk, rules, community):
    url = reverse("grids:rhythm_choose", args=[community.code, "elders_children"])
    listed = reverse("grids:rhythm_list")
    assert "没有启用" in desk.get(listed).content.decode()
    assert desk.post(url, {"days": "30", "is_on": "on"}).url == f"{listed}?area={community.code}"
    assert in_force(community.code) == {"elders_children": 30}
    assert desk.post(url, {"days": "10", "is_on": "on"}).status_code == 302
    assert in_force(community.code) == {"elders_children": 10}
    desk.post(url, {"days": "10"})

    assert in_force(community.code) == {}


@pytest.mark.parametrize("days", ["", "0", "731", "ten", "3.5"])
def test_days_that_make_no_sense_come_back_with_words(desk, rules, community, days):
    url = reverse("grids:rhythm_choose", args=[community.code, "everyone"])
    answer = desk.post(url, {"days": days, "is_on": "on"})

    assert answer.status_code == 400
    assert "field-error" in answer.content.decode()
    assert not RhythmChoice.objects.exists()


def test_a_rule_or_an_area_that_is_not_there_is_not_found(desk, rules, community, country):
    for code, rule in (
        (community.code, "nothing"),
        (country["990101002001"].code, "everyone"),
        ("x", "everyone"),
    ):
        answer = desk.post(reverse("grids:rhythm_choose", args=[code, rule]), {"days": "9", "is_on": "on"})
        assert answer.status_code == 404


def test_a_worker_reads_what_holds_and_changes_nothing(client, rules, worker, community):
    switch_on(community, "elders_children")
    client.force_login(worker)
    page = client.get(reverse("grids:rhythm_list")).content.decode()

    assert "30 天内看望一次".replace(" ", "\u2009") in page
    assert '<form class="cluster"' not in page
    url = reverse("grids:rhythm_choose", args=[community.code, "everyone"])
    assert client.post(url, {"days": "9"}).status_code == 403
