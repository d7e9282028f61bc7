"""The dispatch: meetings, tasks, schedules."""

from playwright.sync_api import Page

from docs.pictures.screens import DESK, PHONE, WALL


def cycle(page: Page) -> None:
    page.goto("/dispatch/cycles/")
    page.locator("[data-row] a").first.click()


def review(page: Page) -> None:
    """This week's meeting of the county, not yet issued."""
    page.goto("/dispatch/cycles/?state=open&kind=weekly")
    page.locator("[data-row] a").first.click()


def review_wall(page: Page) -> None:
    review(page)
    page.get_by_role("link", name="大屏").click()


def brief(page: Page) -> None:
    page.goto("/dispatch/briefs/?kind=items&state=issued")
    page.locator("[data-row] a").first.click()


def correction_waiting(page: Page) -> None:
    """Last week's report of the county, with figures that changed since."""
    page.goto("/dispatch/briefs/?kind=weekly_report&state=issued")
    page.locator("[data-row] a").first.click()


PICTURES = {
    "dispatch": ("county", DESK, cycle),
    "manual_review": ("county", DESK, review),
    "manual_review_wall": ("county", WALL, review_wall),
    "manual_review_tasks": ("county", DESK, "/dispatch/actions/?pending=true"),
    "manual_brief": ("county", DESK, brief),
    "manual_brief_template": ("county", DESK, "/dispatch/briefs/templates/minutes/"),
    "manual_correction_waiting": ("county", DESK, correction_waiting),
    "manual_notice_settings": ("county", PHONE, "/dispatch/notices/settings/"),
    "manual_deliveries": ("sysadmin", DESK, "/dispatch/deliveries/"),
    "manual_review_schedules": ("sysadmin", DESK, "/dispatch/schedules/"),
    "manual_ladders": ("sysadmin", DESK, "/dispatch/ladders/"),
}
