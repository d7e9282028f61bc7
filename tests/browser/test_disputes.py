"""A dispute from the queue to its end on the desk of a street office, mostly by keys; and the queue on a phone."""

import pytest

from disputes.models import Party
from governance.audit.models import AuditEvent
from governance.casework.models import Case
from tests.browser.screens import DESK

pytestmark = pytest.mark.browser
TITLE = "楼道堆物起争执"


@pytest.fixture
def dispatcher(page_desk, enter, small_city):
    """The dispatcher's desk, on the queue."""
    return enter(page_desk, small_city.people["street_dispatcher"])


@pytest.fixture
def queue(live_server):
    return f"{live_server.url}/cases/"


def submit(page, label: str):
    """Send the form that a key has opened; the page answers with a note."""
    page.get_by_role("button", name=f"提交{label}").click()
    page.locator(".toast-note", has_text=f"已{label}").wait_for()
    page.wait_for_load_state()  # the keys are listened to from then on


def test_dispute_goes_from_the_queue_to_its_end(dispatcher, open_page, enter, queue, small_city):
    """Accept and assign by the dispatcher, mediate by the mediator, follow up and close by the dispatcher."""
    page = dispatcher
    page.goto(queue)
    page.keyboard.press("j")
    assert TITLE in page.locator("[data-row].picked").inner_text()
    page.keyboard.press("a")
    page.locator(".toast-note", has_text="已受理").wait_for()
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("heading", name="办理经过").wait_for()
    page.wait_for_load_state()
    page.keyboard.press("d")
    page.get_by_label("承办岗位").select_option(index=1)
    submit(page, "分派")

    mediator = enter(open_page(**DESK), small_city.people["mediator"])
    mediator.goto(page.url)
    mediator.keyboard.press("m")
    submit(mediator, "开始调解")
    mediator.keyboard.press("w")
    mediator.get_by_label("协议内容").locator("visible=true").fill("三日内清走堆物，互相谅解。")
    for party in mediator.locator("#step-agree_in_writing").get_by_role("checkbox").all():
        party.check()
    submit(mediator, "达成书面协议")

    page.reload()
    page.keyboard.press("h")
    submit(page, "回访")
    page.keyboard.press("c")
    submit(page, "结案")

    case = Case.objects.get(pk=small_city.dispute.case_id)
    assert (case.state, case.outcome) == ("closed", "resolved")
    words = page.locator(".timeline").inner_text()
    steps = ["受理", "分派", "开始调解", "达成书面协议", "回访", "结案"]
    assert [words.index(f"{step} ") for step in steps] == sorted(words.index(f"{step} ") for step in steps)
    page.goto(queue)
    assert page.get_by_text(TITLE).count() == 0
    assert page.complaints == mediator.complaints == []


def test_the_second_of_two_officers_is_told(dispatcher, open_page, enter, queue, small_city):
    second = enter(open_page(**DESK), small_city.people["street_deputy"])
    for page in (dispatcher, second):
        page.goto(queue)

    row = f"[data-row]:has-text('{TITLE}')"
    dispatcher.locator(row).get_by_role("button", name="受理").click()
    dispatcher.locator(".toast-note").wait_for()
    with second.expect_navigation() as moved:
        second.locator(row).get_by_role("button", name="受理").click()

    assert moved.value.status == 409
    case = Case.objects.get(pk=small_city.dispute.case_id)
    words = f"这件事刚刚有人办过（现在是「{case.get_state_display()}」）。请刷新页面，看过最新情况再办。"
    assert second.locator("main").inner_text().count(words) == 1
    assert case.actions.filter(kind="accept").count() == 1


def test_a_phone_is_shown_for_a_reason_and_on_record(dispatcher, live_server, small_city):
    party = Party.objects.filter(dispute=small_city.dispute).order_by("pk").first()
    dispatcher.goto(f"{live_server.url}/disputes/{small_city.dispute.case.number}/")
    assert "13800138000" not in dispatcher.content()

    dispatcher.get_by_label("查看电话", exact=True).first.click()
    dispatcher.get_by_label("查看电话的事由").first.fill("约定调解时间")
    dispatcher.keyboard.press("Enter")
    dispatcher.get_by_text("13800138000").wait_for()

    [seen] = AuditEvent.objects.filter(object_id=str(party.pk), reason="约定调解时间")
    assert seen.actor_id == small_city.people["street_dispatcher"].pk
    assert dispatcher.complaints == []
