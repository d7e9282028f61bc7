"""The screens the pictures are taken on, and the way to the first line of a list."""

from playwright.sync_api import Page

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESK = {"viewport": {"width": 1366, "height": 768}}
WALL = {"viewport": {"width": 1920, "height": 1080}}
BOARD = {"viewport": {"width": 1920, "height": 960}}


def first_of(path: str):
    """The page behind the first line of a list."""

    def open_first(page: Page) -> None:
        page.goto(path)
        page.locator("[data-row] a, article a, .card a").first.click()

    return open_first
