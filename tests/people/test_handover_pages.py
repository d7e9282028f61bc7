import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.people.actions import begin_handover
from governance.people.models import Handover
from tests.factories.grids import make_household, make_need
from tests.factories.people import make_user


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country["990101001001"])


@pytest.fixture
def leader(grid):
    return make_user("grid_leader", grid)


@pytest.fixture
def seat(worker):
    return worker.live_holdings[0]


@pytest.fixture
def handover(country, seat, worker, secretary, leader):
    make_need(make_household(country["990101001001001001"]), worker=worker, text="想换个灯泡")
    return begin_handover(seat.post, by=secretary, giver=worker, note="钥匙 2 把")


def sign(client, user, handover, **content) -> int:
    client.force_login(user)
    return client.post(reverse("people:handover_sign", args=[handover.pk]), content).status_code


def test_begin_from_the_grid_page(client, secretary, seat, leader):
    client.force_login(secretary)
    url = reverse("people:handover_begin", args=[seat.pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"to": "nobody"}).status_code == 400
    assert client.post(url, {"to": leader.username, "note": "钥匙"}).status_code == 302
    assert Handover.objects.get().to_user == leader
    assert client.post(url, {"to": ""}).status_code == 400  # one at a time


def test_both_sign_from_their_own_log_in(client, handover, worker, leader):
    assert sign(client, worker, handover) == 302
    assert sign(client, worker, handover) == 409
    assert sign(client, leader, handover) == 302
    handover.refresh_from_db()
    assert handover.state == "done"
    assert sign(client, leader, handover) == 409


def test_a_superior_signs_for_the_giver_with_a_reason(client, handover, secretary, leader):
    assert sign(client, secretary, handover, note="") == 409
    assert sign(client, secretary, handover, note="已辞职") == 302
    assert sign(client, leader, handover) == 302
    page = client.get(reverse("people:handover_detail", args=[handover.pk])).content.decode()
    assert "代签原因：已辞职" in page and secretary.name in page


def test_the_checklist_names_no_resident_and_no_words_of_theirs(client, handover, leader):
    client.force_login(leader)
    page = client.get(reverse("people:handover_detail", args=[handover.pk])).content.decode()
    assert "居民诉求" in page and "钥匙 2 把" in page
    assert "想换个灯泡" not in page


def test_somebody_without_any_post_left_still_finds_what_is_his_to_sign(
    client, handover, worker, seat, secretary
):
    seat.delete()
    worker.forget_posts()
    client.force_login(worker)
    (row,) = client.get(reverse("people:handover_list"), {"mine": "true"}).context["page"].rows
    assert row.pk == handover.pk
    assert sign(client, worker, handover) == 302


def test_others_find_nothing(client, handover, stranger):
    for person in (stranger, make_user()):
        client.force_login(person)
        assert client.get(reverse("people:handover_detail", args=[handover.pk])).status_code == 404
        assert sign(client, person, handover) == 404
        assert list(client.get(reverse("people:handover_list")).context["page"].rows) == []


def test_who_only_looks_on_may_not_sign_or_cancel(client, handover, dispatcher):
    assert sign(client, dispatcher, handover, note="代签") == 403
    assert (
        client.post(reverse("people:handover_cancel", args=[handover.pk]), {"note": "x"}).status_code == 403
    )


def test_cancel_takes_a_reason(client, handover, secretary):
    client.force_login(secretary)
    url = reverse("people:handover_cancel", args=[handover.pk])
    assert client.post(url, {}).status_code == 409
    assert client.post(url, {"note": "不走了"}).status_code == 302
    page = client.get(reverse("people:handover_detail", args=[handover.pk]))
    assert (page.context["side"], page.context["may_cancel"]) == ("", False)


def test_list_and_checklist_take_as_many_queries_for_more_rows(client, handover, country, secretary, worker):
    client.force_login(secretary)
    urls = [reverse("people:handover_list"), reverse("people:handover_detail", args=[handover.pk])]
    counts = []
    for round_ in range(2):
        for url in urls:
            client.get(url)
            with CaptureQueriesContext(connection) as taken:
                client.get(url)
            counts.append(len(taken))
        for number in range(2):
            person = make_user("unit_leader", country["990101001001001001"])
            begin_handover(person.live_holdings[0].post, by=secretary, giver=person, to=worker)
            handover.items.create(duty="need", row_id=1000 + 10 * round_ + number, title="一件诉求")
    assert counts[:2] == counts[2:]
