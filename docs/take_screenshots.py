"""Take the pictures of docs/screenshots from a running demo portal, with its demo log-ins.

python docs/take_screenshots.py http://127.0.0.1:8000 [names …]
"""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402 — after the path and settings are set
from playwright.sync_api import Page, sync_playwright  # noqa: E402 — as above

django.setup()

from demo.posts import PASSWORD  # noqa: E402 — needs Django set up
from grids.models import PublicCode  # noqa: E402 — as above

FOLDER = ROOT / "docs" / "screenshots"
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESK = {"viewport": {"width": 1366, "height": 768}}
WALL = {"viewport": {"width": 1920, "height": 1080}}
BOARD = {"viewport": {"width": 1920, "height": 960}}


def receipt(page: Page) -> None:
    """Log a visit with a need at the first door of the day."""
    page.goto("/grids/today/")
    page.get_by_role("link", name="其他情况").first.tap()
    page.get_by_role("link", name="有需求").tap()
    page.get_by_role("radio", name="维修", exact=True).tap()
    page.get_by_role("checkbox").first.tap()
    page.get_by_role("button", name="确认登记").tap()
    page.wait_for_selector("[role=status]")


def dispute(page: Page) -> None:
    """The most urgent of those under mediation."""
    page.goto("/cases/")
    page.locator("[data-row]", has_text="调解中").first.locator(".row-title").click()


def grid(page: Page) -> None:
    page.goto("/grids/list/")
    page.locator("[data-row] a").first.click()


def cycle(page: Page) -> None:
    page.goto("/dispatch/cycles/")
    page.locator("[data-row] a").first.click()


def chain(page: Page) -> None:
    """The Party chain opened down to the building groups of one community."""
    page.goto("/party/orgs/tree/")
    node = page.locator(".tree-node", has_text="上海西路街道党工委")
    for _tier in range(3):
        node.locator("a.tree-open").first.click()
        node = node.locator(".tree-node").first
        node.wait_for()


def need(page: Page) -> None:
    page.goto("/grids/today/")
    page.get_by_role("link", name="其他情况").first.tap()
    page.get_by_role("link", name="有需求").tap()


def first_of(path: str):
    """The page behind the first line of a list."""

    def open_first(page: Page) -> None:
        page.goto(path)
        page.locator("[data-row] a, article a, .card a").first.click()

    return open_first


def verification(page: Page) -> None:
    """The joint verification of the farm title's story."""
    page.goto("/grids/events/?q=1.6")
    page.locator("[data-row] a").first.click()


def place(page: Page) -> None:
    """The page behind the code of the first place that has one."""
    page.goto(f"/p/{PublicCode.objects.in_use().order_by('pk').first().token}/")


def report_here(page: Page) -> None:
    place(page)
    page.get_by_role("link", name="上报").first.tap()


# Name of the picture → (account, screen, page or way to it).
PICTURES = {
    "login": ("", DESK, "/"),
    "today": ("worker", PHONE, "/grids/today/"),
    "receipt": ("worker", PHONE, receipt),
    "queue": ("dispatcher", DESK, "/cases/"),
    "dispute": ("dispatcher", DESK, dispute),
    "board": ("city", BOARD, "/board/"),
    "wall": ("county", WALL, "/board/?wall=1"),
    "explain": ("city", DESK, "/board/explain/disputes.resolution_rate/"),
    "grid": ("secretary", DESK, grid),
    "party": ("party", DESK, chain),
    "property": ("property", DESK, "/property/compounds/"),
    "deeds": ("deeds", DESK, "/deeds/projects/"),
    "dispatch": ("county", DESK, cycle),
}


def log_in(page: Page, account: str) -> None:
    page.goto("/account/login/")
    page.get_by_label("账号").fill(account)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(lambda url: "/login/" not in url)


def take(browser, address: str, name: str) -> None:
    account, screen, way = PICTURES[name]
    context = browser.new_context(base_url=address, locale="zh-CN", timezone_id="Asia/Shanghai", **screen)
    page = context.new_page()
    if account:
        log_in(page, account)
    page.goto(way) if isinstance(way, str) else way(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")
    print(f"{name:10} {(FOLDER / f'{name}.png').stat().st_size // 1024:5} KB  {page.url}")
    context.close()


def main(address: str, *names: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--lang=zh-CN"],
            env={**os.environ, "LANGUAGE": "zh_CN"},
        )
        for name in names or PICTURES:
            take(browser, address, name)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
