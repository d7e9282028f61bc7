"""An errand run on a cheap phone from the first word to the hand-over, with and without script."""

import pytest

from grids.models import EligibilityHint, Errand
from tests.browser.screens import OVERFLOWING, PHONE
from tests.factories.files import picture_upload

pytestmark = pytest.mark.browser
SMALLEST = """() => [...document.querySelectorAll("main .choice, main .btn, main summary")]
  .filter(thing => thing.checkVisibility() && thing.getBoundingClientRect().height < 44)
  .map(thing => thing.outerHTML.slice(0, 100))"""


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def phone(open_page, type_in, small_city, request):
    """The phone with the worker logged in, on today's page."""
    return type_in(open_page(java_script_enabled=request.param, **PHONE), small_city.people["grid_worker"])


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def tap(page, role: str, name: str):
    page.get_by_role(role, name=name, exact=True).first.tap()


def press(page, step: str):
    """Open the step and send its form."""
    page.locator("summary", has_text=step).first.tap()
    tap(page, "button", f"提交{step}")


def check_page(page, state: str):
    """The errand stands in the state; nothing is off the page or too small for a thumb."""
    page.locator("main .state", has_text=state).first.wait_for()
    assert page.evaluate(OVERFLOWING) + page.evaluate(SMALLEST) == []
    assert page.complaints == []


def test_an_errand_runs_from_the_door_to_the_hand_over(phone, small_city, live_server):
    door = small_city.households[0]
    phone.goto(f"{live_server.url}/grids/households/{door.pk}/")
    tap(phone, "link", "发起代办")
    phone.get_by_label("办什么事").select_option(label="高龄津贴申领")
    tap(phone, "button", "发起代办")
    check_page(phone, "待授权")
    errand = Errand.objects.latest("pk")
    assert errand.resident == door.residents.first()

    press(phone, "登记授权")
    check_page(phone, "备材料中")
    for box in phone.get_by_label("已收到").all()[:2]:
        box.check()
    tap(phone, "button", "保存清单")
    phone.get_by_text("材料清单已保存。").wait_for()
    for step, state in (("材料已齐", "待递交"), ("递交", "部门办理中"), ("办成", "待送达")):
        press(phone, step)
        check_page(phone, state)
    phone.locator("summary", has_text="送达").first.tap()
    phone.get_by_label("原件已全部退还").check()
    phone.get_by_label("居民是否满意").select_option(label="满意")
    tap(phone, "button", "提交送达")
    check_page(phone, "已送达")
    press(phone, "结案")
    check_page(phone, "已结案")

    errand = Errand.objects.get(pk=errand.pk)
    assert (errand.case.state, errand.result, errand.satisfaction) == ("closed", "done", "satisfied")


def test_a_photo_of_a_paper_is_added_and_says_when_it_goes(phone, small_city, live_server):
    errand = Errand.objects.get(case__state="consented")
    phone.goto(f"{live_server.url}/grids/errands/{errand.case.number}/")
    phone.locator("summary", has_text="添加材料照片").tap()
    picture = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_upload().read()}
    phone.get_by_label("照片").last.set_input_files(picture)
    tap(phone, "button", "保存照片")
    phone.get_by_text("的照片已保存。").wait_for()
    assert "删除" in phone.locator("#papers").inner_text()
    check_page(phone, "备材料中")


def test_a_hint_on_todays_page_becomes_an_errand_in_one_tap(phone, small_city):
    tap(phone, "button", "发起代办")
    check_page(phone, "待授权")
    assert EligibilityHint.objects.get().errand == Errand.objects.latest("pk")
