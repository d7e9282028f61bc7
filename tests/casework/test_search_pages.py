"""The search box and the lists: what is found stays within the scope, and no number gets into an address."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from disputes.actions.registering import add_party
from governance.kernel.sealing import blind_index
from tests.factories.casework import make_case
from tests.factories.disputes import make_dispute

pytestmark = pytest.mark.django_db
PHONE = "13800138000"


@pytest.fixture
def debt(grid):
    dispute = make_dispute(grid, title="借款未还", parties=False)
    add_party(dispute, name="张三丰", phone=PHONE)
    return dispute


def test_search_box_changes_a_number_into_a_mark(client, dispatcher, debt):
    client.force_login(dispatcher)
    answer = client.post(reverse("search"), {"q": " 138 0013 8000 "})
    asked = parse_qs(urlsplit(answer.url).query)
    assert asked == {"party": [blind_index("phone", PHONE)]}
    page = client.get(answer.url).content.decode()
    assert "借款未还" in page
    assert PHONE not in page


def test_search_box_leaves_words_as_they_are(client, dispatcher, debt):
    client.force_login(dispatcher)
    answer = client.post(reverse("search"), {"q": "借款  未还"})
    assert parse_qs(urlsplit(answer.url).query) == {"q": ["借款 未还"]}
    assert "借款未还" in client.get(answer.url).content.decode()


@pytest.mark.parametrize("asked", [{"q": "借款"}, {"q": "张三丰"}, {"party": blind_index("phone", PHONE)}])
def test_search_shows_a_stranger_nothing(client, stranger, debt, asked):
    client.force_login(stranger)
    page = client.get(reverse("search"), asked).content.decode()
    assert "借款未还" not in page


@pytest.mark.parametrize("text", ["a\x01b", "😀" * 100, "'; drop table", "%27", "\\'", "&|!()"])
def test_search_answers_any_text(client, dispatcher, text):
    client.force_login(dispatcher)
    assert client.post(reverse("search"), {"q": text}, follow=True).status_code == 200


@pytest.mark.parametrize("party", ["x", "'", "' | 'a", "#", "é" * 64])
def test_search_answers_any_mark(client, dispatcher, party):
    client.force_login(dispatcher)
    assert client.get(reverse("search"), {"party": party}).status_code == 200


LISTS = ["casework:queue", "disputes:case_list", "case-list", "dispute-list"]


@pytest.mark.parametrize("route", LISTS)
def test_lists_find_by_words_names_and_marks(client, dispatcher, grid, debt, route):
    make_case(grid, title="停车位收费")
    client.force_login(dispatcher)
    for asked in ({"q": "借款"}, {"q": "jkwh"}, {"q": "张三丰"}, {"party": blind_index("phone", PHONE)}):
        page = client.get(reverse(route), asked).content.decode()
        assert "借款未还" in page, asked
        assert "停车位收费" not in page, asked


@pytest.mark.parametrize("route", LISTS)
def test_lists_refuse_a_number_in_the_address(client, dispatcher, route):
    client.force_login(dispatcher)
    answer = client.get(reverse(route), {"q": PHONE})
    assert answer.status_code == 400
    assert "电话和证件号码不能写在网址里" in answer.content.decode()


@pytest.mark.parametrize("route", LISTS)
def test_lists_refuse_a_broken_mark(client, dispatcher, route):
    client.force_login(dispatcher)
    assert client.get(reverse(route), {"party": "abc"}).status_code == 400


def test_list_says_that_it_is_narrowed_by_a_number(client, dispatcher, debt):
    client.force_login(dispatcher)
    page = client.get(reverse("disputes:case_list"), {"party": blind_index("phone", PHONE)}).content.decode()
    assert "已隐去" in page


def test_api_changes_a_number_into_a_mark(client, dispatcher, debt):
    client.force_login(dispatcher)
    answer = client.post(reverse("case-find"), {"number": PHONE}, content_type="application/json")
    assert answer.json() == {"party": blind_index("phone", PHONE)}
    refused = client.post(reverse("case-find"), {"number": "借款"}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_number")
