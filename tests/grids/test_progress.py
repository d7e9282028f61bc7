"""Following a matter by its code: who has it, since when, and nothing that strangers must not read."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from governance.casework.progress import progress_of
from governance.kernel.days import today
from grids.actions.tries import RATES
from grids.enums.public import TryPurpose
from grids.states.events import EventState
from tests.factories.casework import make_rules
from tests.factories.disputes import make_dispute
from tests.factories.events import make_event, make_reporter
from tests.factories.people import make_user
from tests.factories.public import make_code, make_report, make_suggestion

PAGE = reverse("public:progress")
WRONG = "查询码和手机号后四位对不上"
SECRETS = ("13800138000", "欧阳修远", "13912345678", "内部研判", "有人在楼道堆纸箱", "周调度", "堆物地点")


@pytest.fixture
def building(country):
    return country["990101001001001001"]


def event_at(area, state=EventState.HANDLING, *, phone: str = "13800138000", **fields):
    event = make_event(area, state, summary="有人在楼道堆纸箱", place="堆物地点", **fields)
    if phone:
        make_reporter(event, name="欧阳修远", phone=phone)
    return make_report(event, make_code(area))


def ask(client, code: str, tail: str = ""):
    return client.post(PAGE, {"code": code, "tail": tail})


def words(answer) -> str:
    return answer.content.decode().split("<main", 1)[1]


def test_the_right_pair_shows_office_time_and_what_happened(client, building, dispatcher):
    report = event_at(building, owner_post=dispatcher.live_holdings[0].post)
    case = report.event.case
    case.note("dispatch", by=dispatcher, note="内部研判", from_state="verified", to_state="dispatched")

    page = words(ask(client, report.public_code.lower(), "8000"))

    for shown in ("处置中", "街道001（镇街调度员）", "已派给承办单位", case.number, "不到一天"):
        assert shown in page
    for secret in SECRETS:
        assert secret not in page


@pytest.mark.parametrize("tail", ["", "0000"])
def test_a_wrong_pair_is_answered_like_an_unknown_code(client, building, tail):
    report = event_at(building)

    known, unknown = ask(client, report.public_code, tail), ask(client, "ABCDEFGHJK", tail)

    assert known.status_code == unknown.status_code == 400
    assert WRONG in words(known)

    def same(answer):
        return re.sub(r'value="[^"]*"', "", words(answer))

    assert same(known) == same(unknown)


def test_a_code_without_a_phone_shows_the_state_and_no_more(client, building, dispatcher):
    report = event_at(building, phone="", owner_post=dispatcher.live_holdings[0].post)

    page = words(ask(client, report.public_code))

    assert "处置中" in page
    assert "街道001" not in page
    assert "办理经过" not in page


def test_digits_of_another_follower_do_not_open_it(client, building):
    report = event_at(building)
    other = make_reporter(report.event, phone="13900139999")
    follower = make_report(
        report.event, report.code, reporter=other, public_code="ZZZZZZZZZZ", has_joined=True
    )

    assert ask(client, report.public_code, "9999").status_code == 400
    assert ask(client, follower.public_code, "9999").status_code == 200


def test_a_code_is_closed_after_five_wrong_pairs_even_to_the_right_one(client, building):
    report, other = event_at(building), event_at(building)
    with time_machine.travel(timezone.now(), tick=False):
        for _number in range(5):
            assert ask(client, report.public_code, "1111").status_code == 400
        closed = ask(client, report.public_code, "8000")
        assert ask(client, other.public_code, "8000").status_code == 200

    assert closed.status_code == 429
    assert int(closed["Retry-After"]) <= 900
    assert "处置中" not in words(closed)


def test_right_pairs_never_close_a_code(client, building):
    report = event_at(building)

    assert {ask(client, report.public_code, "8000").status_code for _number in range(12)} == {200}


def test_guessing_codes_from_one_address_ends(client, country):
    most = RATES[TryPurpose.LOOK_UP][0].most
    with time_machine.travel(timezone.now().replace(second=5), tick=False):
        statuses = [ask(client, f"ABCDEFGH{a}{b}").status_code for a in "23456" for b in "23456"]

    assert statuses == [400] * most + [429] * (25 - most)


@pytest.mark.parametrize("code", ["ABC", "ABCDEFGH-1", "' or 1=1 --", "ABCDEFGHJ\x00"])
def test_a_code_that_cannot_be_is_said_to_be_none(client, country, code):
    answer = ask(client, code)

    assert answer.status_code == 400
    assert WRONG not in words(answer)


def test_the_qr_of_a_receipt_fills_in_the_code(client, country):
    assert 'value="ABCDEFGHJK"' in client.get(PAGE, {"code": "ABCDEFGHJK"}).content.decode()


def test_a_dispute_is_followed_the_same_way(client, grid):
    dispute = make_dispute(grid, "mediating", title="楼上漏水", summary="有人在楼道堆纸箱")

    page = words(ask(client, _real(dispute), "8000"))

    assert "调解中" in page
    for secret in ("楼上漏水", "张三", "李小四", *SECRETS):
        assert secret not in page


def _real(dispute) -> str:
    dispute.case.public_code = "DSPTEABCDE"
    dispute.case.save(update_fields=["public_code"])
    return "DSPTEABCDE"


def test_a_dispute_does_not_open_to_a_stranger(client, grid):
    code = _real(make_dispute(grid, "mediating"))

    assert ask(client, code).status_code == 400
    assert ask(client, code, "1234").status_code == 400


def test_a_merged_report_follows_the_main_event(client, building):
    report = event_at(building, EventState.MERGED)
    main = make_event(building, EventState.HANDLING)
    report.event.main = main
    report.event.save(update_fields=["main"])

    assert main.case.number in words(ask(client, report.public_code, "8000"))


@pytest.mark.parametrize("state", EventState.values)
def test_every_state_has_its_page(client, building, state):
    report = event_at(building, state)

    assert str(EventState(state).label) in words(ask(client, report.public_code, "8000"))


def test_the_answer_to_the_reporter_is_shown_once_it_is_settled(client, building):
    closed, at_work = event_at(building, EventState.CLOSED), event_at(building, EventState.FEEDBACK)

    assert "已经清理" in words(ask(client, closed.public_code, "8000"))
    assert "已经清理" not in words(ask(client, at_work.public_code, "8000"))


def test_progress_leaves_out_what_only_records_inside(building, dispatcher):
    case = make_event(building, EventState.HANDLING).case
    case.note("register", by=None, to_state="reported")
    case.note("late", by=None, note="办结限期已过。")
    case.note("help", by=dispatcher, note="内部研判")

    assert [line["title"] for line in progress_of(case).happened] == ["已收到您的上报"]


# --- the last word -----------------------------------------------------------


def key_of(answer) -> str:
    return re.search(r'name="key" value="([^"]+)"', answer.content.decode())[1]


def test_not_solved_takes_it_up_again_with_the_reason(client, building):
    make_rules()
    report = event_at(building, EventState.CLOSED)

    answer = client.post(
        reverse("public:unsolved"),
        {"key": key_of(ask(client, report.public_code, "8000")), "note": "第二天又堆满了"},
    )

    case = report.event.case
    case.refresh_from_db()
    assert answer.status_code == 200
    assert "重新办理" in words(answer)
    assert (case.state, case.reopened_count, case.closed_on) == (EventState.VERIFIED, 1, None)
    assert "第二天又堆满了" in case.actions.last().note
    assert "第二天又堆满了" not in words(ask(client, report.public_code, "8000"))


def test_not_solved_needs_a_reason(client, building):
    report = event_at(building, EventState.CLOSED)
    key = key_of(ask(client, report.public_code, "8000"))

    answer = client.post(reverse("public:unsolved"), {"key": key, "note": " "})

    assert answer.status_code == 400
    report.event.case.refresh_from_db()
    assert report.event.case.state == EventState.CLOSED


def test_solved_is_rated(client, building):
    report = event_at(building, EventState.CLOSED)
    key = key_of(ask(client, report.public_code, "8000"))

    answer = client.post(
        reverse("public:solved"), {"key": key, "satisfaction": "satisfied", "note": "办得快"}
    )
    again = client.post(reverse("public:solved"), {"key": key, "satisfaction": "satisfied"})

    report.event.refresh_from_db()
    assert (answer.status_code, again.status_code) == (200, 409)
    assert (report.event.satisfaction, report.event.case.state) == ("satisfied", EventState.RATED)


def test_the_last_word_is_offered_for_some_days_only(client, building):
    report = event_at(building, EventState.CLOSED, closed_on=today() - timedelta(days=16))

    page = words(ask(client, report.public_code, "8000"))

    assert reverse("public:unsolved") not in page


def test_a_forged_or_old_key_moves_nothing(client, building):
    report = event_at(building, EventState.CLOSED)
    key = key_of(ask(client, report.public_code, "8000"))

    forged = client.post(reverse("public:unsolved"), {"key": "forged", "note": "没解决"})
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        old = client.post(reverse("public:unsolved"), {"key": key, "note": "没解决"})

    assert (forged.status_code, old.status_code) == (409, 409)
    report.event.case.refresh_from_db()
    assert report.event.case.state == EventState.CLOSED


def test_an_open_matter_offers_no_last_word(client, building):
    page = words(ask(client, event_at(building).public_code, "8000"))

    assert reverse("public:unsolved") not in page
    assert reverse("public:solved") not in page


def test_a_suggestion_is_followed_by_its_code(client, country):
    suggestion = make_suggestion(country["990101001001"], phone="13912345678")
    secretary = make_user("community_secretary", country["990101001001"], name="周调度")
    suggestion.entries.create(
        step="answer", from_state="received", to_state="answered", note="已经提醒", by=secretary
    )

    page = words(ask(client, suggestion.public_code, "5678"))

    assert "已经提醒" in page
    assert "社区001" in page
    for secret in ("周调度", "13912345678", "网格员说话不客气"):
        assert secret not in page


def test_progress_of_a_dispute_tells_its_steps_and_its_procedure(grid, dispatcher):
    case = make_dispute(grid, "mediating").case
    case.note("register", by=dispatcher, to_state="registered")
    case.note("accept", by=dispatcher, note="内部研判", from_state="registered", to_state="accepted")
    case.note("note", by=dispatcher, note="内部研判")
    case.note("late", by=None, note="办结限期已过。")

    assert [line["title"] for line in progress_of(case).happened] == ["已登记", "已受理"]
    assert progress_of(case).procedure == "调解"
    assert progress_of(case).office == "社区001"
