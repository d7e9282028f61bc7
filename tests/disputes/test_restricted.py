"""What is restricted is nowhere for whoever may not see it, and in the figures all the same."""

import csv

import pytest
from django.urls import reverse

from disputes.actions.categories import load_categories
from disputes.actions.intake import assign_dispute
from disputes.actions.registering import register_dispute
from disputes.choices import seats_for
from disputes.models import Category, Dispute
from governance.casework.models import Case
from governance.kernel.errors import Refused
from tests.factories.disputes import (
    make_accepted,
    make_categories,
    make_category,
    make_centre,
    make_dispute,
    make_matter,
    make_reception,
)
from tests.factories.people import make_user
from tests.factories.safety import make_restricted
from tests.factories.series import make_household, make_series

SECRET = "婚内抚养秘密"
LISTS = ["disputes:case_list", "casework:queue", "/api/v1/disputes/", "/api/v1/cases/"]


@pytest.fixture
def hidden(grid):
    return make_restricted(grid, title=SECRET)


@pytest.fixture
def mediator(country):
    return make_user("mediator", country["990101001"])


def read(client, user, address) -> bytes:
    client.force_login(user)
    return client.get(address).getvalue()


@pytest.mark.parametrize("query", ["", "?count=exact", "?format=csv", f"?q={SECRET}"])
@pytest.mark.parametrize("name", LISTS)
def test_restricted_dispute_is_behind_no_door(name, query, client, dispatcher, mediator, hidden, grid):
    make_accepted(grid, title="明面上的")
    address = (name if name.startswith("/") else reverse(name)) + query

    closed, opened = read(client, dispatcher, address), read(client, mediator, address)

    number = hidden.case.number.encode()
    assert (number in closed, number in opened) == (False, True)


def test_series_after_a_restricted_lead_is_restricted_with_it(client, dispatcher, mediator, hidden):
    make_series(hidden)
    address = reverse("disputes:series_list")

    closed, opened = read(client, dispatcher, address), read(client, mediator, address)

    assert ("物业费系列案".encode() in closed, "物业费系列案".encode() in opened) == (False, True)


def test_count_and_search_leave_it_out(client, dispatcher, hidden, grid):
    make_accepted(grid, title="明面上的")
    client.force_login(dispatcher)

    assert client.get(reverse("disputes:case_list")).context["page"].count == 1
    assert client.get("/api/v1/cases/?count=exact").json()["count"] == 1
    assert client.get(reverse("search"), {"q": SECRET}).context["sections"] == []


@pytest.mark.parametrize("address", ["/disputes/{}/", "/api/v1/disputes/{}/", "/api/v1/cases/{}/"])
def test_its_own_address_does_not_exist(address, client, dispatcher, mediator, hidden):
    address = address.format(hidden.case.number)

    client.force_login(dispatcher)
    closed = client.get(address).status_code
    client.force_login(mediator)

    assert (closed, client.get(address).status_code) == (404, 200)


def test_right_counts_where_the_dispute_lies(client, country, hidden):
    elsewhere = make_user("mediator", country["990101002"])

    assert list(Dispute.objects.for_user(elsewhere)) == []
    assert list(Case.objects.hidden_from(elsewhere)) == []


def test_list_of_a_figure_says_how_many_it_leaves_out(client, official, hidden, grid):
    make_restricted(grid)
    make_accepted(grid)
    client.force_login(official)
    query = "?counted=handled"

    page = client.get(reverse("disputes:case_list") + query)
    api = client.get("/api/v1/disputes/" + query).json()
    rows = list(csv.reader(client.get(f"/disputes/{query}&format=csv").getvalue().decode().splitlines()))

    words = "另有 2 件限定可见，不在这里列出。"
    assert (page.context["page"].count, page.context["withheld"]) == (1, words)
    assert (api["count"], api["withheld"]) == (1, 2)
    assert (len(rows), rows[-1]) == (3, [words])


def test_category_report_says_how_many_it_leaves_out_and_never_which(client, official, hidden, grid):
    make_accepted(grid)
    client.force_login(official)
    query = f"?accepted_from={hidden.case.accepted_on}"

    page = client.get(reverse("disputes:category_report") + query)
    api = client.get("/api/v1/category-reports/" + query).json()
    rows = client.get(f"/disputes/categories/{query}&format=csv").getvalue().decode().splitlines()

    words = "另有 1 件限定可见，不在这里列出。"
    assert (page.context["total"].cases, page.context["withheld"]) == (1, words)
    assert words in page.content.decode()
    assert (api["total"]["cases"], api["withheld"], rows[-1]) == (1, 1, words)


def test_category_report_keeps_quiet_to_whoever_sees_all(client, mediator, hidden):
    client.force_login(mediator)

    page = client.get(reverse("disputes:category_report"), {"accepted_from": hidden.case.accepted_on})

    assert (page.context["total"].cases, page.context["withheld"]) == (1, "")


@pytest.mark.parametrize("finer", ["q=秘密", "category=01", "state=mediating", "scale=01"])
def test_nobody_finds_out_by_filtering(finer, client, official, hidden):
    client.force_login(official)

    page = client.get(f"{reverse('disputes:case_list')}?counted=handled&{finer}")

    assert page.context["withheld"] == ""


def test_plain_list_says_nothing(client, official, hidden):
    client.force_login(official)

    assert client.get(reverse("disputes:case_list")).context["withheld"] == ""


def given(grid, **more):
    parties = [{"name": "张三"}]
    return {"area": grid, "category": make_category(), "title": SECRET, "parties": parties} | more


def test_registering_with_a_minor_restricts_and_empties_the_window(country, grid, mediator):
    matter = make_matter(make_reception(make_centre(country["990101001"])), title=SECRET, answer="已答复")

    dispute, _new = register_dispute(by=mediator, matter=matter, involves_minor=True, **given(grid))

    matter.refresh_from_db()
    assert dispute.case.is_restricted is True
    assert (matter.title, matter.answer) == ("限定可见的事项", "")
    assert str(dispute.case) == dispute.case.number


def test_registering_under_a_restricted_category_restricts(grid, mediator):
    make_categories()
    Category.objects.filter(pk__startswith="16").update(is_restricted=True)

    dispute, _new = register_dispute(by=mediator, **given(grid, category=Category.objects.get(pk="1602")))

    assert dispute.case.is_restricted is True


def test_category_that_becomes_restricted_restricts_its_disputes(grid):
    dispute = make_dispute(grid, category="1601")

    load_categories([{"code": "16", "name": "涉民族宗教纠纷", "parent": None, "is_restricted": True},
                     {"code": "1601", "name": "涉民族问题", "parent": "16", "is_restricted": True}])  # fmt: skip

    dispute.case.refresh_from_db()
    assert dispute.case.is_restricted is True


def test_seats_on_offer_may_see_it(country, mediator, dispatcher, hidden):
    deputy = make_user("street_deputy", country["990101001"])

    offered = set(seats_for(hidden.case, deputy))

    assert dispatcher.live_holdings[0].post not in offered
    assert mediator.live_holdings[0].post in offered


def test_assigning_to_a_seat_that_may_not_see_it_is_refused(country, grid, dispatcher):
    deputy = make_user("street_deputy", country["990101001"])
    dispute = make_restricted(grid, "accepted")

    with pytest.raises(Refused) as refused:
        assign_dispute(dispute, by=deputy, post=dispatcher.live_holdings[0].post)

    assert "选择有权查看限定可见纠纷的承办岗位" in refused.value.message


def test_api_client_who_may_not_see_what_it_registered_gets_number_and_code(client, dispatcher, grid):
    client.force_login(dispatcher)
    body = {
        "area": grid.code, "category": make_category().pk, "title": SECRET, "involves_minor": True,
        "parties": [{"name": "张三"}],
    }  # fmt: skip

    made = client.post("/api/v1/disputes/", body, content_type="application/json")

    assert made.status_code == 201
    assert set(made.json()) == {"number", "public_code"}


def test_households_after_a_restricted_lead_are_restricted_with_it(client, dispatcher, mediator, hidden):
    make_series(hidden)
    address = "/api/v1/series-households/"

    closed, opened = read(client, dispatcher, address), read(client, mediator, address)

    assert ("1号".encode() in closed, "1号".encode() in opened) == (False, True)


@pytest.mark.parametrize("suffix", ["", "?format=csv"])
def test_households_withhold_the_number_of_a_restricted_dispute(
    suffix, client, dispatcher, mediator, hidden, grid
):
    make_household(make_series(make_accepted(grid)), "9号", dispute=hidden)
    address = f"/api/v1/series-households/{suffix}"

    closed, opened = read(client, dispatcher, address), read(client, mediator, address)

    number = hidden.case.number.encode()
    assert ("9号".encode() in closed, number in closed, number in opened) == (True, False, True)


def test_page_of_a_household_withholds_its_restricted_dispute(client, dispatcher, mediator, hidden, grid):
    member = make_household(make_series(make_accepted(grid)), "9号", dispute=hidden)
    address = reverse("disputes:series_household", args=[member.series_id, member.pk])
    api = f"/api/v1/series-households/{member.pk}/"

    closed, opened = read(client, dispatcher, address), read(client, mediator, address)

    number = hidden.case.number.encode()
    assert (number in closed, number in opened) == (False, True)
    client.force_login(dispatcher)
    assert client.get(api).json()["dispute_number"] is None
