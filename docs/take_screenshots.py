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
from docs.pictures import PICTURES  # noqa: E402 — as the path is set

FOLDER = ROOT / "docs" / "screenshots"


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
