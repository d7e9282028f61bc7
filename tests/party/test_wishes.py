"""Small wishes: verbs, board, pages, API."""

import pytest

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.party.actions import (
    claim_wish,
    fulfil_wish,
    post_wish,
    release_wish,
    thank_wish,
    withdraw_wish,
)
from governance.party.models import Wish
from tests.factories.cobuild import make_fulfilled, make_wish
from tests.factories.party import make_partner, make_steward_team
from tests.factories.people import make_user

COMMUNITY = "990101001001"
JSON = {"content_type": "application/json"}


@pytest.fixture
def community(country):
    return country[COMMUNITY]


@pytest.fixture
def secretary(community):
    return make_user("community_secretary", community)


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def test_a_wish_from_posted_to_thanked(community, secretary):
    wish = post_wish(community, by=secretary, text="想学写字", contact="马秀兰", phone="13900139000")
    assert (wish.contact_masked, wish.open_value("phone")) == ("马*兰", "13900139000")
    claim_wish(wish, by=secretary, steward_team=make_steward_team(community))
    fulfil_wish(wish, by=secretary, result="每周六教一小时")
    thank_wish(wish, by=secretary, thanks="谢谢老师")
    kept = Wish.objects.get()
    assert (kept.state, kept.done_on, kept.thanks) == ("closed", today(), "谢谢老师")
    assert AuditEvent.objects.filter(action__startswith="party.wish.").count() == 3


def test_one_takes_it_on_and_who_cannot_gives_it_back(community, secretary):
    wish, partner, team = make_wish(community), make_partner(community), make_steward_team(community)
    for claimants in ({}, {"partner": partner, "steward_team": team}):
        with pytest.raises(Refused, match="一个认领的单位或队伍"):
            claim_wish(Wish.objects.get(), by=secretary, **claimants)
    claim_wish(wish, by=secretary, partner=partner)
    with pytest.raises(Refused, match="现在是"):
        claim_wish(Wish.objects.get(), by=secretary, steward_team=team)
    release_wish(wish, by=secretary, note="人手不够")
    assert (Wish.objects.get().state, Wish.objects.get().claimant) == ("open", None)


def test_a_partner_that_ended_claims_nothing(community, secretary):
    gone = make_partner(community, ended_on=today())
    with pytest.raises(Refused, match="另选"):
        claim_wish(make_wish(community), by=secretary, partner=gone)


def test_a_withdrawn_wish_is_not_counted(community, secretary):
    wish = make_wish(community)
    with pytest.raises(Refused, match="理由"):
        withdraw_wish(wish, by=secretary, note="")
    withdraw_wish(Wish.objects.get(), by=secretary, note="搬走了")
    assert Wish.objects.posted_on(today()).count() == 0


def test_the_board_shows_wishes_by_state_without_names(desk, community):
    make_wish(community)
    make_fulfilled(community)
    page = desk.get("/party/wishes/").content.decode()
    assert page.count('class="surface wish"') == 2
    assert "待认领" in page and "马" not in page.split('class="wish-board"')[1]


def test_pages_step_by_step(desk, community):
    sent = {"area": community.pk, "text": "想要一盏台灯", "phone": "13900139000"}
    page = desk.post("/party/wishes/post/", sent).url
    assert desk.post(f"{page}claim/", {}).status_code == 400
    partner = make_partner(community)
    assert desk.post(f"{page}claim/", {"partner": partner.pk}).status_code == 302
    assert desk.post(f"{page}fulfil/", {"result": "送到家里"}).status_code == 302
    assert desk.post(f"{page}thank/", {"thanks": "谢谢"}).status_code == 302
    shown = desk.get(page).content.decode()
    assert "送到家里" in shown and "13900139000" not in shown
    answer = desk.post(f"{page}contact/phone/", {"reason": "约送达时间"})
    assert "13900139000" in answer.content.decode()
    assert desk.post(f"{page}fulfil/", {"result": "再送一次"}).status_code == 409


@pytest.mark.parametrize("rows", [1, 3])
def test_board_takes_a_constant_number_of_queries(desk, community, rows, django_assert_max_num_queries):
    for _number in range(rows):
        make_wish(community)
    with django_assert_max_num_queries(10):
        desk.get("/party/wishes/")
    with django_assert_max_num_queries(7):
        desk.get("/party/wishes/list/")


def test_api_has_the_same_verbs(desk, community):
    api = "/api/v1/wishes/"
    made = desk.post(api, {"area": COMMUNITY, "text": "想要台灯", "contact": "马秀兰"}, **JSON)
    assert (made.status_code, "马" in made.content.decode()) == (201, False)
    at = f"{api}{made.json()['id']}/"
    assert desk.post(f"{at}claim/", {}, **JSON).status_code == 409
    partner = make_partner(community)
    assert desk.post(f"{at}claim/", {"partner": partner.pk}, **JSON).json()["claimant_name"] == partner.name
    assert desk.post(f"{at}release/", {"note": "换人"}, **JSON).json()["state"] == "open"
    desk.post(f"{at}claim/", {"partner": partner.pk}, **JSON)
    assert desk.post(f"{at}fulfil/", {"result": "送到"}, **JSON).json()["state"] == "done"
    assert desk.post(f"{at}thank/", {"thanks": "谢谢"}, **JSON).json()["state"] == "closed"
    assert desk.post(f"{at}withdraw/", {"note": "x"}, **JSON).status_code == 409
