"""投诉建议: raised by anybody, read by nobody it may be about, answered in time."""

import re
import uuid
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from governance.audit.models import AuditEvent
from governance.casework.clock import forget_calendar
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.suggestions import (
    answer_suggestion,
    close_suggestion,
    publish_answer,
    raise_suggestion,
    reopen_suggestion,
)
from grids.models import Suggestion
from grids.states.suggestions import SUGGESTION_STEPS, SuggestionState
from tests.factories.casework import make_rules
from tests.factories.people import make_user
from tests.factories.public import make_catalogue, make_code, make_suggestion

COMMUNITY, TOWNSHIP = "990101001001", "990101001"
NOW = timezone.datetime(2026, 11, 25, 10, 0, tzinfo=timezone.get_default_timezone())
VERBS = {
    "answer": lambda row, by: answer_suggestion(row, by=by, text="已经提醒"),
    "close": lambda row, by: close_suggestion(row, by=by),
    "reopen": lambda row, by: reopen_suggestion(row, by=by, note="还是那样"),
}


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country[COMMUNITY])


def raised(area, **more) -> Suggestion:
    given = {
        "by": None,
        "client_uuid": uuid.uuid4(),
        "kind": "complaint",
        "subject": "service",
        "text": "态度不好",
    }
    return raise_suggestion(area=area, **(given | more)).suggestion


def test_raise_from_a_building_goes_to_its_community(country):
    make_catalogue()

    suggestion = raised(country["990101001001001001"], phone="13800138000")

    assert suggestion.area == country[COMMUNITY]
    assert re.fullmatch(r"990101T\d{8}00001", suggestion.number)
    assert (suggestion.state, suggestion.phone_masked) == ("received", "138****8000")
    assert suggestion.notice.form == "suggestion"
    assert AuditEvent.objects.get(action="suggestions.raise").after == {
        "kind": "complaint",
        "subject": "service",
    }


def test_raise_from_above_stays_where_it_is(country):
    assert raised(country[TOWNSHIP]).area == country[TOWNSHIP]


def test_answer_is_due_in_fifteen_working_days_over_the_national_holiday(country):
    make_rules()
    forget_calendar()
    with time_machine.travel(
        timezone.datetime(2026, 9, 21, 9, tzinfo=timezone.get_default_timezone()), tick=False
    ):
        assert raised(country[TOWNSHIP]).due_on == date(2026, 10, 19)


def test_raise_sent_twice_is_one(country):
    number = uuid.uuid4()

    assert raised(country[COMMUNITY], client_uuid=number) == raised(country[COMMUNITY], client_uuid=number)


def test_raise_with_nonsense_leaves_nothing(country):
    with pytest.raises(ValidationError):
        raised(country[COMMUNITY], kind="nonsense")
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize("state", SuggestionState.values)
@pytest.mark.parametrize("step", SUGGESTION_STEPS)
def test_every_step_from_every_state(country, secretary, step, state):
    suggestion = make_suggestion(country[COMMUNITY], state=state)

    if state in SUGGESTION_STEPS[step].sources:
        VERBS[step](suggestion, secretary)
        suggestion.refresh_from_db()
        assert suggestion.state == SUGGESTION_STEPS[step].target
        assert suggestion.entries.get().step == step
    else:
        with pytest.raises(Refused) as refused:
            VERBS[step](suggestion, secretary)
        assert refused.value.code == "wrong_state"


@pytest.mark.parametrize("step", SUGGESTION_STEPS)
def test_steps_take_the_right(country, worker, step):
    suggestion = make_suggestion(country[COMMUNITY], state=next(iter(SUGGESTION_STEPS[step].sources)))

    with pytest.raises(PermissionDenied):
        VERBS[step](suggestion, worker)


def test_reopening_begins_the_limit_anew_and_counts(country):
    suggestion = make_suggestion(country[COMMUNITY], state="answered", due_on=today() - timedelta(days=3))

    reopen_suggestion(suggestion, by=None, note="还是那样")

    suggestion.refresh_from_db()
    assert (suggestion.answered_on, suggestion.reopened_count) == (None, 1)
    assert suggestion.due_on > today()


def test_whom_it_is_about_cannot_read_it(client, country, worker):
    """The worker's and the grid leader's rows end at the grid; a 投诉 lies above it."""
    raised(country["990101001001001001"])
    suggestion = Suggestion.objects.get()
    leader = make_user("grid_leader", country["990101001001001"])

    for user in (worker, leader):
        client.force_login(user)
        assert not Suggestion.objects.for_user(user).exists()
        for name in ("suggestion_list", "suggestion_detail"):
            args = [suggestion.number] if name == "suggestion_detail" else []
            assert client.get(reverse(f"grids:{name}", args=args)).status_code == 403
        assert client.get("/api/v1/suggestions/").status_code == 403


def test_an_officers_own_goes_to_the_office_above(client, country, worker, secretary):
    client.force_login(worker)

    client.post(reverse("grids:suggestion_new"), own())

    suggestion = Suggestion.objects.get()
    assert (suggestion.area, suggestion.author) == (country[TOWNSHIP], worker)
    assert not Suggestion.objects.for_user(secretary).exists()
    assert "表格太多" in client.get(reverse("grids:suggestion_new")).content.decode()


def own(**more) -> dict:
    given = {"client_uuid": str(uuid.uuid4()), "kind": "proposal", "subject": "portal", "text": "表格太多"}
    return given | more


def test_an_unnamed_one_keeps_nobodys_name(client, worker):
    client.force_login(worker)

    answer = client.post(reverse("grids:suggestion_new"), own(is_unnamed="on"), follow=True)

    suggestion = Suggestion.objects.get()
    assert suggestion.author is None
    assert not AuditEvent.objects.filter(action="suggestions.raise", actor_id=worker.pk).exists()
    assert suggestion.public_code in answer.content.decode()


def test_the_menu_of_everybody_leads_there(client, worker, secretary):
    for user, page in ((worker, "grids:my"), (secretary, "grids:grid_list")):
        client.force_login(user)
        assert reverse("grids:suggestion_new") in client.get(reverse(page)).content.decode()


def test_desk_answers_publishes_and_reveals(client, country, secretary):
    suggestion = make_suggestion(country[COMMUNITY], phone="13912345678")
    client.force_login(secretary)

    def post(name, *more, **data):
        return client.post(reverse(f"grids:{name}", args=[suggestion.number, *more]), data, follow=True)

    early = post("suggestion_publish", question="有人反映服务态度", answer="已经提醒")
    answered = post("suggestion_step", "answer", note="已经提醒")
    published = post("suggestion_publish", question="有人反映服务态度", answer="已经提醒")
    phone = post("suggestion_reveal", reason="回电核实")

    assert early.status_code == 409
    assert "已经提醒" in answered.content.decode()
    assert "已公开" in published.content.decode()
    assert "13912345678" in phone.content.decode()
    assert AuditEvent.objects.filter(action="personal.reveal").count() == 1
    assert (
        "13912345678"
        not in client.get(reverse("grids:suggestion_detail", args=[suggestion.number])).content.decode()
    )


def test_list_shows_what_waits_and_costs_the_same(client, country, secretary, django_assert_num_queries):
    client.force_login(secretary)
    make_suggestion(country[COMMUNITY])
    make_suggestion(country[COMMUNITY], state="closed")
    address = reverse("grids:suggestion_list")
    client.get(address)
    with django_assert_num_queries(5):
        page = client.get(address).content.decode()
    assert page.count("data-row>") == 1
    make_suggestion(country[COMMUNITY], due_on=today() - timedelta(days=1))
    make_suggestion(country[COMMUNITY])
    with django_assert_num_queries(5):
        page = client.get(address).content.decode()
    assert page.count("data-row>") == 3
    assert "答复已超期" in page
    assert client.get(address, {"state": "closed"}).content.decode().count("data-row>") == 1


def test_publishing_takes_the_right(country, worker):
    with pytest.raises(PermissionDenied):
        publish_answer(
            make_suggestion(country[COMMUNITY], state="answered"), by=worker, question="问", answer="答"
        )


def test_api_lists_and_answers(client, country, secretary):
    suggestion = make_suggestion(country[COMMUNITY], phone="13912345678")
    client.force_login(secretary)
    address = f"/api/v1/suggestions/{suggestion.number}/"

    listed = client.get("/api/v1/suggestions/").json()["results"]
    answer = client.post(f"{address}answer/", {"text": "已经提醒"}, content_type="application/json")
    again = client.post(f"{address}answer/", {"text": "再说一遍"}, content_type="application/json")

    assert [row["number"] for row in listed] == [suggestion.number]
    assert "13912345678" not in str(listed)
    assert (answer.status_code, answer.json()["state"]) == (200, "answered")
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")


# --- the page for everybody --------------------------------------------------


def send(client, address: str, **more):
    with time_machine.travel(NOW, tick=False):
        page = client.get(address).content.decode()
        seal = re.search(r'name="seal" value="([^"]+)"', page)[1]
    with time_machine.travel(NOW + timedelta(seconds=30), tick=False):
        given = {"seal": seal, "kind": "complaint", "subject": "service", "text": "态度不好"}
        return client.post(address, given | more)


def test_a_resident_raises_one_by_the_code_and_gets_a_code_to_keep(client, country):
    make_catalogue()
    code = make_code(country["990101001001001001"])

    answer = send(client, reverse("public:suggest_at", args=[code.token]), phone="13800138000")

    suggestion = Suggestion.objects.get()
    assert answer.status_code == 200
    assert (suggestion.area, suggestion.code) == (country[COMMUNITY], code)
    page = answer.content.decode()
    assert suggestion.public_code in page
    assert "13800138000" not in page


def test_without_a_code_the_town_is_chosen(client, country):
    address = reverse("public:suggest")

    missing, wrong = send(client, address), send(client, address, area=COMMUNITY)
    sent = send(client, address, area="990101002")

    assert (missing.status_code, wrong.status_code, sent.status_code) == (400, 400, 200)
    assert Suggestion.objects.get().area == country["990101002"]


def test_sending_the_page_again_makes_no_second_one(client, country):
    address = reverse("public:suggest")
    with time_machine.travel(NOW, tick=False):
        seal = re.search(r'name="seal" value="([^"]+)"', client.get(address).content.decode())[1]
    given = {"seal": seal, "kind": "proposal", "subject": "portal", "text": "加个灯", "area": TOWNSHIP}
    with time_machine.travel(NOW + timedelta(seconds=30), tick=False):
        assert [client.post(address, given).status_code for _number in range(2)] == [200, 200]

    assert Suggestion.objects.count() == 1


def test_too_many_from_one_address_are_told_to_call(client, country):
    with time_machine.travel(NOW + timedelta(seconds=10), tick=False):
        for _number in range(6):
            assert client.post(reverse("public:suggest"), {"text": ""}).status_code == 400
        answer = client.post(reverse("public:suggest"), {"text": ""})
    assert answer.status_code == 429
    assert "12345" in answer.content.decode()


def test_published_answers_are_read_at_the_place_and_nothing_else_is(client, country):
    make_suggestion(
        country[COMMUNITY],
        state="answered",
        published_on=today(),
        public_text="路灯何时修",
        public_answer="本周修好",
    )
    make_suggestion(country[COMMUNITY], text="没有公开的内容")
    make_suggestion(
        country["990101001002"],
        state="answered",
        published_on=today(),
        public_text="别处的",
        public_answer="别处",
    )

    page = client.get(
        reverse("public:suggest_at", args=[make_code(country["990101001001001"]).token])
    ).content.decode()

    assert "本周修好" in page
    assert "没有公开的内容" not in page
    assert "别处的" not in page
