"""The pages of events: lists in a constant number of queries, steps, reports carried from a visit, the triage."""

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.audit.models import AuditEvent
from governance.casework.clock import calendar_for
from governance.casework.models import Case
from governance.kernel.days import today
from grids.models import Event, EventCategory, WorkListException, WorkListItem
from grids.states.events import EventState
from tests.factories.events import (
    make_event,
    make_event_category,
    make_reporter,
    make_verification,
    make_work_list_item,
)
from tests.factories.files import picture_upload
from tests.factories.grids import make_visit
from tests.factories.people import make_user


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country["990101001001"])


@pytest.fixture
def deputy(country):
    return make_user("street_deputy", country["990101001"])


@pytest.fixture
def enter(client):
    def _enter(user):
        client.force_login(user)
        return client

    return _enter


def page_of(event) -> str:
    return reverse("grids:event_detail", args=[event.case.number])


def press(client, event, step, **data):
    return client.post(reverse("grids:event_step", args=[event.case.number, step]), data)


@pytest.mark.parametrize("name", ["grids:event_list", "grids:event_triage", "casework:queue"])
@pytest.mark.parametrize("rows", [1, 3])
def test_lists_take_the_same_queries_for_one_row_and_three(
    enter, dispatcher, secretary, grid, django_assert_num_queries, name, rows
):
    calendar_for()
    for _number in range(rows):
        make_event(grid, EventState.VERIFIED, owner_post=secretary.live_holdings[0].post)
    client, expected = (
        enter(dispatcher),
        {"grids:event_list": 8, "grids:event_triage": 19, "casework:queue": 8},
    )

    with django_assert_num_queries(expected[name]):
        assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_my_events_take_the_same_queries(enter, worker, grid, django_assert_num_queries, rows):
    for _number in range(rows):
        make_event(grid, registered_by=worker)
    calendar_for()
    client = enter(worker)

    with django_assert_num_queries(7):
        assert client.get(reverse("grids:my_events")).status_code == 200


def test_my_events_say_who_has_it_since_when(enter, worker, secretary, grid):
    make_event(grid, EventState.HANDLING, registered_by=worker, owner_post=secretary.live_holdings[0].post)
    make_event(grid, title="别人上报的")

    text = enter(worker).get(reverse("grids:my_events")).content.decode()

    assert "社区001 社区书记，自" in text
    assert "别人上报的" not in text


def test_the_list_is_filtered_and_written_to_a_file(enter, dispatcher, grid):
    wanted = make_event(grid, EventState.HANDLING, category="E0201")
    make_event(grid)
    client = enter(dispatcher)

    page = client.get(reverse("grids:event_list"), {"state": "handling", "category": "E02"})
    file = client.get(reverse("grids:event_list"), {"state": "handling", "format": "csv"})

    assert [row["number"] for row in page.context["rows"]] == [wanted.case.number]
    assert wanted.case.number in b"".join(file.streaming_content).decode()


def test_the_page_masks_the_reporter_and_names_the_verification(enter, dispatcher, grid):
    event = make_event(grid, EventState.HANDLING, category="E1101")
    make_reporter(event)
    make_verification(event, measured_value="1.6", measured_unit="mu")

    text = enter(dispatcher).get(page_of(event)).content.decode()

    assert "138****8000" in text
    assert "13800138000" not in text
    assert "1.6 亩" in text
    assert "镇综治中心" in text


def test_the_telephone_is_shown_for_a_reason_and_on_record(enter, dispatcher, grid):
    reporter = make_reporter(make_event(grid))
    url = reverse("grids:reporter_reveal", args=[reporter.event.case.number, reporter.pk])
    client = enter(dispatcher)

    refused = client.post(url, {"reason": ""})
    shown = client.post(url, {"reason": "回访上报人"}, headers={"HX-Request": "true"})

    assert refused.status_code == 409
    assert "13800138000" in shown.content.decode()
    assert AuditEvent.objects.get(action="personal.reveal").reason == "回访上报人"


def test_verify_and_dispatch_in_one_press_brings_the_next_one_up(enter, dispatcher, secretary, grid):
    first = make_event(grid, title="先到的", due_at=timezone.now())
    second = make_event(grid, title="后到的")
    client = enter(dispatcher)
    triage = reverse("grids:event_triage")
    form = client.get(triage).context["steps"][0]["form"]

    seat = form["post"].value()
    answer = press(client, first, "verify", version=1, post=seat, category="E0102", grade=3, next=triage)

    assert seat == secretary.live_holdings[0].post_id
    assert answer.headers["Location"] == triage
    assert Case.objects.get(pk=first.pk).state == EventState.DISPATCHED
    assert client.get(triage).context["case"] == second.case


def test_triage_offers_the_street_where_the_list_keeps_the_community_out(
    enter, dispatcher, secretary, country, grid
):
    make_work_list_item(country["990101"], "E02")
    make_event(grid, EventState.VERIFIED)

    form = enter(dispatcher).get(reverse("grids:event_triage")).context["steps"][0]["form"]

    assert form["post"].value() == dispatcher.live_holdings[0].post_id
    assert "社区001 社区书记（清单外）" in str(form["post"])


def test_similar_events_nearby_are_offered_for_merging(enter, dispatcher, country, grid):
    event = make_event(grid)
    same = make_event(country["990101001001001001"], title="同一楼道")
    make_event(country["990101001001002"], title="隔壁网格")
    make_event(grid, category="E0201", title="别的类别")
    client = enter(dispatcher)

    found = client.get(page_of(event)).context["similar"]
    answer = press(client, event, "merge", version=1, main=same.case.number)

    assert found == [same]
    assert answer.status_code == 302
    assert Event.objects.get(pk=event.pk).main == same


def test_second_press_is_409_and_a_form_that_lacks_something_comes_back(enter, dispatcher, grid):
    event = make_event(grid)
    client = enter(dispatcher)

    lacking = press(client, event, "reject", version=1, note="")
    first = press(client, event, "reject", version=1, note="不属实")
    second = press(client, event, "reject", version=1, note="不属实")

    assert (lacking.status_code, first.status_code, second.status_code) == (400, 302, 409)


def test_an_unknown_step_is_not_found(enter, dispatcher, grid):
    assert press(enter(dispatcher), make_event(grid), "explode").status_code == 404


def test_off_list_work_is_refused_with_one_tap(enter, country, secretary, grid):
    make_work_list_item(country["990101"], "E02")
    event = make_event(grid, EventState.DISPATCHED, owner_post=secretary.live_holdings[0].post)
    client = enter(secretary)

    page = client.get(page_of(event))
    press(client, event, "return", version=1, reason="off_list")

    assert page.context["is_off_list"]
    case = Case.objects.get(pk=event.pk)
    assert case.state == EventState.RETURNED
    assert case.actions.get(kind="return").note == "不在网格服务管理事项清单内。"


def test_feedback_keeps_the_picture_of_the_result(enter, dispatcher, grid, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    event = make_event(grid, EventState.HANDLING)

    answer = press(
        enter(dispatcher), event, "feedback", version=1, answer="已清理", is_solved="true",
        photos=[picture_upload()],
    )  # fmt: skip

    assert answer.status_code == 302
    assert Event.objects.get(pk=event.pk).result_photos.count() == 1


def test_what_is_no_picture_leaves_the_event_as_it_was(enter, dispatcher, grid, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    event = make_event(grid, EventState.HANDLING)
    upload = picture_upload()
    upload.file.seek(0)
    upload.file.write(b"no picture at all")
    upload.file.seek(0)

    answer = press(
        enter(dispatcher), event, "feedback", version=1, answer="已清理", is_solved="true", photos=[upload]
    )

    assert answer.status_code in (400, 409)
    event = Event.objects.get(pk=event.pk)
    assert (event.case.state, event.answer) == (EventState.HANDLING, "")


class TestReport:
    def report(self, client, category="E0102", *, query=None, **data):
        url = reverse("grids:event_report", query={"category": category} | (query or {}))
        given = {"client_uuid": "5f0c2f0e-7f6d-4b7e-9a55-0f4c6d6d2f11", "text": "三楼楼道堆着旧家具"}
        return client.post(url, given | data)

    def test_two_taps_lead_to_the_form(self, enter, worker):
        make_event_category("E0104")
        client = enter(worker)

        classes = client.get(reverse("grids:event_report")).content.decode()
        within = client.get(reverse("grids:event_report", query={"class": "E01"})).content.decode()
        form = client.get(reverse("grids:event_report", query={"category": "E0104"})).content.decode()

        assert "class=E01" in classes
        assert "category=E0104" in within
        assert "紧急：先打电话，再上报" in form

    def test_one_form_sent_twice_makes_one_event(self, enter, worker, grid):
        make_event_category()
        client = enter(worker)

        first = self.report(client, area=grid.code, reporter_name="张三", reporter_phone="13800138000")
        again = self.report(client, area=grid.code, reporter_name="张三", reporter_phone="13800138000")

        event = Event.objects.get()
        assert first.headers["Location"] == again.headers["Location"] == page_of(event)
        assert event.reporters.get().phone_masked == "138****8000"

    def test_settled_on_the_spot_is_one_tick(self, enter, worker, grid):
        make_event_category()

        self.report(enter(worker), area=grid.code, is_settled="on")

        assert Case.objects.get().state == EventState.CLOSED

    def test_what_a_visit_found_is_not_typed_again(self, enter, worker, household):
        make_event_category()
        visit = make_visit(household, worker=worker, outcome="hazard", note="楼道堆着旧家具")
        query = {"visit": visit.client_uuid}
        client = enter(worker)

        form = client.get(reverse("grids:event_report", query={"category": "E0102"} | query)).context["form"]
        self.report(client, query=query, area=form["area"].value(), place=form["place"].value())

        assert form["text"].value() == "楼道堆着旧家具"
        event = Event.objects.get()
        assert (event.visit, event.household, event.case.source) == (visit, household, "visit")

    def test_another_grid_is_refused_like_an_unknown_one(self, enter, worker, country):
        make_event_category()

        answer = self.report(enter(worker), area="990101001001002")

        assert answer.status_code == 400
        assert Event.objects.count() == 0

    def test_a_telephone_that_is_none_is_told_at_once(self, enter, worker, grid):
        make_event_category()

        answer = self.report(enter(worker), area=grid.code, reporter_phone="半夜打")

        assert answer.status_code == 400
        assert "电话只能是数字和短横" in answer.content.decode()

    @pytest.mark.parametrize("query", [{"category": "E12"}, {"category": "E9999"}, {"class": "x"}])
    def test_a_category_that_takes_no_report_is_not_found(self, enter, worker, query):
        make_event_category("E12")

        assert enter(worker).get(reverse("grids:event_report", query=query)).status_code == 404

    def test_a_desk_names_the_area_and_the_source(self, enter, dispatcher, grid):
        make_event_category()

        self.report(enter(dispatcher), area=grid.code, source="hotline")

        assert Case.objects.get().source == "hotline"


class TestVerification:
    def given(self, **more):
        return {
            "version": 1, "held_at": "2026-11-25T09:00", "place": "地头", "minutes": "三方丈量。",
            "measured_value": "1.6", "measured_unit": "mu",
            "participant-TOTAL_FORMS": 4, "participant-INITIAL_FORMS": 0,
            "participant-0-unit": "镇综治中心", "participant-0-name": "马主任", "participant-0-role": "host",
            "participant-1-unit": "村委会", "participant-1-role": "measure", "participant-1-has_signed": "on",
            "participant-2-role": "witness", "participant-3-role": "witness",
        } | more  # fmt: skip

    def test_it_is_recorded_from_its_own_page(self, enter, dispatcher, grid):
        event = make_event(grid, EventState.HANDLING, category="E1101")
        url = reverse("grids:event_verification", args=[event.case.number])
        client = enter(dispatcher)

        page, answer = client.get(url), client.post(url, self.given())

        assert (page.status_code, answer.status_code) == (200, 302)
        found = event.verifications.get()
        assert [person.has_signed for person in found.participants.all()] == [False, True]

    def test_a_value_without_its_unit_comes_back(self, enter, dispatcher, grid):
        event = make_event(grid, EventState.HANDLING)
        url = reverse("grids:event_verification", args=[event.case.number])

        answer = enter(dispatcher).post(url, self.given(measured_unit=""))

        assert answer.status_code == 400
        assert not event.verifications.exists()


class TestWorkListPages:
    def test_a_line_is_added_and_ended(self, enter, deputy, country):
        make_event_category("E01")
        client = enter(deputy)
        given = {
            "area": "990101001", "category": "E01", "title": "安全隐患巡查", "basis": "街道〔2026〕1号",
            "from_on": today().replace(year=today().year - 1),
        }  # fmt: skip

        added = client.post(reverse("grids:work_item_add"), given)
        again = client.post(reverse("grids:work_item_add"), given)
        item = WorkListItem.objects.get()
        ended = client.post(reverse("grids:work_item_end", args=[item.pk]))

        assert (added.status_code, again.status_code, ended.status_code) == (302, 400, 302)
        assert "已经列入清单" in again.content.decode()
        assert WorkListItem.objects.get().is_over

    def test_the_list_of_the_county_is_read_in_the_grid_and_not_ended_there(
        self, enter, deputy, worker, country
    ):
        item = make_work_list_item(country["990101"], "E02")
        make_work_list_item(country["990102"], "E02")

        seen = enter(worker).get(reverse("grids:work_list")).context["rows"]
        refused = enter(deputy).post(reverse("grids:work_item_end", args=[item.pk]))

        assert seen == [(item, False)]
        assert refused.status_code == 403

    def test_an_exception_is_approved_for_one_event(self, enter, deputy, grid):
        event = make_event(grid)
        given = {
            "area": "990101001", "category": "E0102", "number": event.case.number, "reason": "节前集中清理",
            "until_on": today(),
        }  # fmt: skip

        answer = enter(deputy).post(reverse("grids:work_exception_approve"), given)

        assert answer.status_code == 302
        found = WorkListException.objects.get()
        assert (found.event, found.approved_by) == (event, deputy)

    def test_a_category_is_edited_and_the_change_is_on_record(self, enter, country):
        make_event_category()
        admin = make_user("system_admin", country["9901"])
        url = reverse("grids:event_category_edit", args=["E0102"])
        client = enter(admin)

        answer = client.post(
            url, {"name": "楼道堆物", "grade": 2, "amount": 3, "unit": "day", "is_open": "on"}
        )
        refused = client.post(url, {"name": "楼道堆物", "grade": 2, "amount": 0, "unit": "day"})

        assert (answer.status_code, refused.status_code) == (302, 400)
        assert EventCategory.objects.get(pk="E0102").amount == 3
        change = AuditEvent.objects.get(action="events.edit_category")
        assert (change.before["amount"], change.after["amount"]) == (None, 3)
