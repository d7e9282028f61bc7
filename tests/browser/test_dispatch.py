"""The weekly reminder, raised by the running beat and worker and seen by the office on its page."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from config.embedded import process
from config.management.commands.up import BEAT, WORKER
from governance.dispatch.models import Cycle, Notice
from governance.kernel.days import today
from tests.browser.processes import ROOT, WITHIN, environment
from tests.factories.deeds import make_deed_project, make_obstacle
from tests.factories.dispatch import make_rule

WORKING = {
    "DJANGO_SETTINGS_MODULE": "tests.browser.quick_settings",
    "PROCESS_KIND": "worker",
    "LOG_LEVEL": "DEBUG",
}
TICK = '"task": "governance.dispatch.tasks.make_cycles"'

pytestmark = [pytest.mark.browser, pytest.mark.startup]


@pytest.fixture
def machinery(transactional_db, tmp_path):
    """Beat and worker as the portal starts them, ended with us whatever happens; the worker's log."""
    started = []
    for name, command in (("worker", [*WORKER, "--loglevel", "INFO"]), ("beat", BEAT)):
        with (tmp_path / f"{name}.log").open("wb") as log:
            started.append(
                process.spawn(command, env=environment(**WORKING), cwd=ROOT, stdout=log, stderr=log)
            )
    yield tmp_path / "worker.log"
    for one in started:
        one.terminate()
    for one in started:
        one.wait(20)


def wait_until(holds, log: Path):
    until = time.monotonic() + WITHIN
    while not holds():
        assert time.monotonic() < until, log.read_text()[-3000:]
        time.sleep(0.5)


def test_weekly_reminder_comes_by_itself_and_once(page_desk, live_server, enter, machinery, small_city):
    office = small_city.own["township"]
    project = make_deed_project(small_city.own["grid"], name="望湖苑")
    make_obstacle(project, due_on=today() - timedelta(days=5))
    make_rule(area=office, on_day=today().isoweekday(), hour=0, starts_on=today())
    page = enter(page_desk, small_city.people["street_dispatcher"])

    def notice_shows() -> bool:
        page.goto(f"{live_server.url}/dispatch/notices/")
        return page.locator("[data-row]", has_text="周调度：逾期事项").count() == 1

    wait_until(notice_shows, machinery)
    row = page.locator("[data-row]", has_text="周调度：逾期事项")
    row.get_by_role("button", name="查看").click()
    page.locator("[data-row], tr", has_text="望湖苑").get_by_text("超期 5 天").wait_for()

    ticks = machinery.read_text().count(TICK)
    wait_until(lambda: machinery.read_text().count(TICK) >= ticks + 4, machinery)
    cycle = Cycle.objects.get(area=office, due_on=today())
    assert Notice.objects.filter(cycle=cycle).count() == 1
    assert page.complaints == []
