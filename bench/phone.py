"""What a cheap phone on a thin line waits for: the first page, the page again without a network, a late batch."""

import gzip
import http.client
import json
import re
import shutil
import time
import uuid
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import urljoin

from django.urls import reverse

from bench.asking import People
from grids.models import Household

BATCH = 200
MOST_BYTES = 150 * 1024
# Milliseconds of delay and bytes a second, as a 2G line has them.
SLOW_LINE = {"offline": False, "latency": 800, "downloadThroughput": 6000, "uploadThroughput": 6000}
ADDRESS = re.compile(r'(?:href|src)="(/static/[^"#]+)')
IMPORT = re.compile(r'^import .*? from "(\.[^"]+)"', re.M | re.S)


@dataclass(frozen=True)
class Measured:
    name: str
    value: str
    limit: str


def measure_phone(people: People, port: int) -> list[Measured]:
    """In the order of a worker's morning: open a visit, lose the network, come back with 200 visits."""
    worker = people.holding("grid_worker")
    headers = people.page_headers(worker.user)
    household = Household.objects.for_user(worker.user).first()
    page = f"{reverse('grids:visit_new', args=[household.pk])}?outcome=normal"
    return [
        first_load(port, page, headers),
        *without_network(port, page, headers, people),
        late_batch(port, people, worker, household),
    ]


def first_load(port: int, page: str, headers: dict) -> Measured:
    """Every byte of body and headers of the visit page and what it asks for, as a browser that packs gets them."""
    waiting, seen, total = [page], set(), 0
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        size, text = _get(port, path, headers)
        total += size
        found = ADDRESS.findall(text) if path == page else []
        if path.endswith(".js"):
            found = [urljoin(path, name) for name in IMPORT.findall(text)]
        waiting += found
    return Measured(
        f"登记走访首次打开（{len(seen)} 个请求）", f"{total / 1024:.1f} KB", f"≤ {MOST_BYTES // 1024} KB"
    )


def _get(port: int, path: str, headers: dict) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers=headers | {"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        packed = answer.getheader("Content-Encoding") == "gzip"
        size = len(body) + sum(len(name) + len(value) + 4 for name, value in answer.getheaders())
        return size, (gzip.decompress(body) if packed else body).decode(errors="replace")
    finally:
        connection.close()


def without_network(port: int, page: str, headers: dict, people: People) -> list[Measured]:
    """The page again in a real browser, from its service worker, thrice, then a visit; nothing without Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        return [Measured("无网络再次打开", "没有装 Chromium，未测", "≤ 1 s")]
    name, value = headers["Cookie"].split("=", 1)
    base = f"http://localhost:{port}"
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
        context.add_cookies([{"name": name, "value": value, "url": base}])
        tab = context.new_page()
        tab.goto(base + page)
        tab.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        tab.wait_for_timeout(3000)  # the roster comes after the page
        context.set_offline(True)
        times = [_again(tab, base + page) for _ in range(3)]
        context.set_offline(False)
        by_hand = two_taps(context, tab, base, people)
        browser.close()
    return [Measured("无网络再次打开，到表单可填", f"{sorted(times)[1]:.2f} s", "≤ 1 s"), by_hand]


def two_taps(context, tab, base: str, people: People) -> Measured:
    """A visit without an issue from today's page to its receipt, on a slow line whose files are in the phone by now."""
    tab.goto(base + reverse("grids:today"))
    tab.wait_for_load_state("networkidle")
    context.new_cdp_session(tab).send("Network.emulateNetworkConditions", SLOW_LINE)
    begun = time.perf_counter()
    tab.locator("a[href*='outcome=normal']").first.click()
    tab.locator("form[data-visit] button[type=submit]").first.click()
    tab.locator("article[role=status] code").wait_for()
    seconds = time.perf_counter() - begun
    people.sent.append(uuid.UUID(tab.locator("article[role=status] code").inner_text()))
    return Measured("正常走访两次点按到回执（2G）", f"{seconds:.2f} s", "≤ 10 s")


def _again(tab, address: str) -> float:
    begun = time.perf_counter()
    tab.goto(address)
    tab.locator("form[data-visit] button[type=submit]").first.wait_for()
    return time.perf_counter() - begun


def late_batch(port: int, people: People, worker, household: Household) -> Measured:
    """200 visits of as many doors in one sending, from the first byte out to the last one in."""
    doors = list(Household.objects.for_user(worker.user).values_list("pk", flat=True)[:BATCH])
    numbers = [uuid.uuid4() for _ in range(BATCH)]
    people.sent += numbers
    visits = [
        {
            "client_uuid": str(number),
            "household": doors[place % len(doors)],
            "outcome": "normal",
            "note": "bench",
        }
        for place, number in enumerate(numbers)
    ]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    body, headers = json.dumps({"visits": visits}), people.api_headers(worker)
    begun = time.perf_counter()
    connection.request("POST", reverse("visit-sync"), body=body, headers=headers)
    results = json.loads(connection.getresponse().read())["results"]
    seconds = time.perf_counter() - begun
    connection.close()
    assert {result["status"] for result in results} == {"received"}, results[0]
    return Measured(f"手机补传 {BATCH} 条走访", f"{seconds:.2f} s", "≤ 3 s")


def phone_table(measured: list[Measured]) -> str:
    lines = ["| 手机 | 测得 | 上限 |", "| --- | ---: | ---: |"]
    return "\n".join([*lines, *(f"| {row.name} | {row.value} | {row.limit} |" for row in measured)])
