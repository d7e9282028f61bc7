"""A purchaser scans the code at the sales office: reads the bulletin, proves the contract, asks, reads the answer."""

import pytest

from tests.factories.deeds import make_housing_project, make_progress
from tests.factories.housing import CONTRACT, PHONE, make_purchaser

SECONDS_A_PERSON_TAKES = 3200  # milliseconds: a form sent faster than people read is refused


@pytest.fixture
def project(small_city):
    project = make_housing_project(small_city.own["county"], name="望湖苑")
    make_progress(project, percent=62, planned=60)
    make_purchaser(project)
    return project


def fill(page, words: dict):
    for label, value in words.items():
        page.get_by_label(label, exact=True).fill(value)


def test_a_purchaser_reads_the_bulletin_and_gets_an_answer(
    page_desk, page_phone, enter, live_server, project, small_city
):
    desk = enter(page_desk, small_city.people["deeds_officer"])
    desk.goto(f"{live_server.url}/deeds/housing/{project.pk}/buyers/")
    desk.get_by_role("link", name="起草公告").click()
    desk.get_by_label("资金情况").select_option("tight")
    fill(desk, {"期别": "2026-11-20", "工程进展": "3号楼主体封顶。", "下次公告日期": "2039-12-20"})
    desk.get_by_role("button", name="起草公告").click()
    desk.get_by_role("link", name="发布公告").click()
    desk.get_by_role("button", name="发布公告").click()
    address = desk.locator('a[href*="/p/housing/"]').get_attribute("href")

    page_phone.goto(live_server.url + address[address.index("/p/housing/") :])
    assert page_phone.get_by_text("3号楼主体封顶。").is_visible()
    assert page_phone.get_by_text("总进度 62%").is_visible()
    page_phone.get_by_role("link", name="我要提问").click()
    fill(page_phone, {"合同编号": CONTRACT, "签合同时留的电话": PHONE})
    page_phone.get_by_role("button", name="核对").click()
    page_phone.get_by_label("您想问什么").fill("天然气什么时候通？")
    page_phone.wait_for_timeout(SECONDS_A_PERSON_TAKES)
    page_phone.get_by_role("button", name="提问").click()
    page_phone.get_by_text("收到您的提问").wait_for()

    desk.reload()
    desk.get_by_role("link", name="答复提问").click()
    fill(desk, {"答复": "交付前通气。"})
    desk.get_by_role("button", name="答复提问").click()
    desk.get_by_text("交付前通气。").wait_for()
    page_phone.goto(f"{page_phone.url.rsplit('/', 2)[0]}/verify/")
    fill(page_phone, {"合同编号": CONTRACT, "签合同时留的电话": PHONE})
    page_phone.get_by_role("button", name="核对").click()
    page_phone.get_by_text("交付前通气。").wait_for()
    assert desk.complaints == page_phone.complaints == []
