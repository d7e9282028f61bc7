"""A phone without a signal: nothing that was written is lost, nothing arrives twice."""

import json
import os
import signal
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from governance.kernel.days import local_date
from grids.models import NeedRequest, Visit, VisitConflict
from tests.browser.conftest import CHROMIUM
from tests.browser.screens import OVERFLOWING, PHONE, SPOKEN
from tests.factories.grids import make_household

pytestmark = pytest.mark.browser
SYNC = "**/api/v1/visits/sync/"
READY = "() => navigator.serviceWorker.ready.then(() => true)"
KEPT = """() => new Promise((done) => {
  const asked = indexedDB.open("shanzhi");
  asked.onsuccess = () => {
    const names = ["queue", "notes", "keys", "receipts", "photos"];
    const deed = asked.result.transaction(names);
    const found = {};
    names.forEach((name) => {
      deed.objectStore(name).getAllKeys().onsuccess = (e) => { found[name] = e.target.result; };
    });
    deed.oncomplete = () => { asked.result.close(); done(found); };
  };
})"""
READ = """() => new Promise((done) => {
  const asked = indexedDB.open("shanzhi");
  asked.onsuccess = async () => {
    const rows = await new Promise((got) => {
      const found = [];
      const deed = asked.result.transaction(["queue", "notes", "receipts"]);
      ["queue", "notes", "receipts"].forEach((name) => {
        deed.objectStore(name).getAll().onsuccess = (e) => { found.push(...e.target.result); };
      });
      deed.oncomplete = () => got(found);
    });
    const text = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? new TextDecoder().decode(value) : JSON.stringify(value, (k, v) => (v && v.data instanceof ArrayBuffer
        ? new TextDecoder().decode(v.data) : v));
    asked.result.close();
    done(rows.map(text).join("\\n"));
  };
})"""


@pytest.fixture
def worker(small_city):
    return small_city.people["grid_worker"]


@pytest.fixture
def phone(open_page, enter, live_server, worker):
    """The worker's phone on today's page, everything for a walk kept."""
    page = enter(open_page(**PHONE), worker)
    page.base = live_server.url
    yield settle(page)
    unmet = "Failed to load resource"  # what a browser says of every request without a network
    assert [said for said in page.complaints if not said.startswith(unmet)] == []


def settle(page):
    page.goto(f"{page.base}/grids/today/")
    page.evaluate(READY)
    until(page, lambda found: "roster" in found["notes"])
    return page


def until(page, holds):
    """Wait until what the phone keeps is so."""
    for _ in range(300):
        if holds(kept(page)):
            return
        page.wait_for_timeout(100)
    raise AssertionError(kept(page))


def write(page, household, outcome="normal", note=""):
    """One contact, as a person writes it: the form, the button, until the page says what became of it."""
    page.goto(f"{page.base}/grids/households/{household.pk}/visit/?outcome={outcome}")
    page.locator("form[data-visit]").wait_for()
    if note:
        if not page.locator("[name=note]").is_visible():
            page.locator("form[data-visit] details summary").tap()
        page.locator("[name=note]").fill(note)
    page.get_by_role("button", name="确认登记").tap()
    page.get_by_role("heading", name="已存在手机里").or_(
        page.get_by_role("heading", name="已登记")
    ).wait_for()


def kept(page) -> dict:
    return page.evaluate(KEPT)


def emptied(page):
    until(page, lambda found: not found["queue"])


def badge(page) -> str:
    return page.locator("[data-sync-words]").inner_text()


def test_twenty_visits_survive_no_network_and_a_killed_browser(
    browser, live_server, enter, small_city, worker, tmp_path
):
    doors = [make_household(small_city.households[0].area) for _ in range(20)]
    before = Visit.objects.count()

    def started():
        context = browser.browser_type.launch_persistent_context(
            str(tmp_path), executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"],
            **SPOKEN, **PHONE,
        )  # fmt: skip
        context.pages[0].base = live_server.url
        return context, context.pages[0]

    context, page = started()
    settle(enter(page, worker))
    context.set_offline(True)
    for door in doors:
        write(page, door)
    assert len(kept(page)["queue"]) == 20
    assert badge(page) == "20 条待发送"
    kill_browser_of(tmp_path)

    context, page = started()
    page.goto(f"{live_server.url}/grids/pocket/")
    page.get_by_text("记录还没有送出").wait_for()  # the session went with the browser; the records did not
    enter(page, worker).goto(f"{live_server.url}/grids/today/")
    emptied(page)
    context.close()

    arrived = Visit.objects.filter(household__in=doors)
    assert Visit.objects.count() == before + 20
    assert set(arrived.values_list("household", flat=True)) == {door.pk for door in doors}
    assert {visit.visited_on for visit in arrived} == {local_date(visit.captured_at) for visit in arrived}


def kill_browser_of(folder):
    """End every process of the browser that works in a folder, without a word of warning."""
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(folder).encode() in entry.read_bytes():
                os.kill(int(entry.parent.name), signal.SIGKILL)
        except (FileNotFoundError, ProcessLookupError):
            continue


def test_an_answer_cut_after_the_portal_worked_makes_no_second_visit(phone, small_city):
    before = Visit.objects.count()

    def cut(route):
        route.fetch()  # the portal has worked and answered
        route.abort()  # and the phone never hears of it

    phone.route(SYNC, cut, times=2)
    write(phone, small_city.households[2])
    assert Visit.objects.count() == before + 1
    assert len(kept(phone)["queue"]) == 1

    phone.unroute(SYNC)
    phone.goto(f"{phone.base}/grids/pocket/")
    emptied(phone)
    assert Visit.objects.count() == before + 1
    phone.get_by_text("最近送到的").wait_for()


def test_two_pages_sending_at_once_make_one_visit_each(phone, small_city):
    before = Visit.objects.count()
    phone.context.set_offline(True)
    for household in small_city.households[:3]:
        write(phone, household)
    other = phone.context.new_page()
    other.goto(f"{phone.base}/grids/pocket/")
    phone.context.set_offline(False)
    for page in (phone, other):
        page.evaluate("window.dispatchEvent(new Event('online'))")
    emptied(phone)

    assert Visit.objects.count() == before + 3
    other.close()


def test_a_late_visit_counts_for_the_day_it_was_made(phone, small_city):
    phone.context.set_offline(True)
    write(phone, small_city.households[2], note="昨天下午")
    yesterday = timezone.now() - timedelta(days=1)
    phone.evaluate(AGED, yesterday.isoformat())
    phone.context.set_offline(False)
    phone.goto(f"{phone.base}/grids/pocket/")
    emptied(phone)

    visit = Visit.objects.get(note="昨天下午")
    assert visit.visited_on == local_date(yesterday)
    assert local_date(visit.synced_at) == local_date(timezone.now())


# A record written a day ago: opened with the page's own key, dated back, sealed again.
AGED = """async (at) => {
  const { store } = await import("/static/js/pocket/store.js");
  const { open, seal, QUEUE_KEY } = await import("/static/js/pocket/sealing.js");
  const db = await store();
  const [record] = await db.getAll("queue");
  const said = await open(QUEUE_KEY, record.sealed);
  said.content.visited_at = said.content.captured_at = at;
  record.sealed = await seal(QUEUE_KEY, said);
  record.savedAt = new Date(at).getTime() - 3 * 24 * 3600 * 1000;
  await db.put("queue", record);
}"""


def test_what_the_phone_keeps_is_sealed(phone, small_city):
    phone.context.set_offline(True)
    write(phone, small_city.households[2], note="老人独居要照料")
    text = phone.evaluate(READ)

    secrets = [
        "老人独居",
        small_city.households[2].label,
        "欧**远",
        str(small_city.households[2].pk) + '","household',
    ]
    assert [words for words in secrets if words in text] == []
    key = phone.evaluate(
        """() => new Promise((done) => { indexedDB.open("shanzhi").onsuccess = (e) => {
          const asked = e.target.result.transaction("keys").objectStore("keys").getAll();
          asked.onsuccess = () => { e.target.result.close(); done(asked.result.map((key) => key.extractable)); };
        }; })"""
    )
    assert key == [False, False]


def test_logging_out_empties_the_phone(phone):
    phone.goto(f"{phone.base}/grids/my/")
    phone.get_by_role("button", name="退出登录").tap()
    phone.get_by_label("账号").wait_for()

    assert kept(phone) == {"queue": [], "notes": [], "keys": [], "receipts": [], "photos": []}
    phone.context.set_offline(True)
    phone.goto(f"{phone.base}/grids/today/")
    phone.get_by_text("手机里没有名册").wait_for()


def test_logging_out_with_unsent_records_saves_them_first(phone, small_city, worker):
    phone.context.set_offline(True)
    write(phone, small_city.households[2], note="还没送出")
    phone.route(SYNC, lambda route: route.abort())  # before the phone is back: it sends at once
    phone.context.set_offline(False)
    phone.goto(f"{phone.base}/grids/my/")
    phone.get_by_role("button", name="退出登录", exact=True).tap()
    phone.get_by_text("还有没送出的记录").wait_for()
    assert not phone.get_by_role("button", name="文件已存好").is_visible()
    with phone.expect_download() as coming:
        phone.get_by_role("button", name="存成文件").tap()
    saved = json.loads(Path(coming.value.path()).read_text())
    phone.get_by_role("button", name="文件已存好").tap()
    phone.get_by_label("账号").wait_for()

    assert (saved["user"], [visit["content"]["note"] for visit in saved["visits"]]) == (
        worker.pk,
        ["还没送出"],
    )
    assert kept(phone)["queue"] == []


def test_a_saved_file_is_taken_in_again_once(phone, small_city, worker, tmp_path):
    content = {
        "client_uuid": str(uuid.uuid4()), "household": small_city.households[2].pk, "outcome": "normal",
        "note": "从文件来", "visited_at": timezone.now().isoformat(),
    }  # fmt: skip
    file = tmp_path / "saved.json"
    visits = [{"label": "1号楼", "content": content}]
    file.write_text(json.dumps({"format": "shanzhi-visits/1", "user": worker.pk, "visits": visits}))
    phone.goto(f"{phone.base}/grids/pocket/")
    phone.get_by_text("从文件导入").tap()
    for _ in range(2):
        phone.locator("[data-file]").set_input_files(file)
        phone.wait_for_timeout(500)
        emptied(phone)
    phone.get_by_text("已导入 0 条").wait_for()
    assert Visit.objects.filter(note="从文件来").count() == 1

    file.write_text(json.dumps({"format": "shanzhi-visits/1", "user": worker.pk + 1, "visits": visits}))
    phone.locator("[data-file]").set_input_files(file)
    phone.get_by_text("这个文件是另一个账号存的").wait_for()


def test_the_roster_goes_when_the_post_has_ended_and_the_records_stay(phone, small_city, worker):
    phone.context.set_offline(True)
    write(phone, small_city.households[2])
    worker.holdings.all().delete()
    phone.context.set_offline(False)
    phone.goto(f"{phone.base}/grids/pocket/")
    until(phone, lambda found: "roster" not in found["notes"])

    left = kept(phone)
    assert left["keys"] == ["queue"]
    assert len(left["queue"]) == 1
    phone.get_by_text("记录还没有送出").wait_for()


def test_the_roster_goes_after_72_hours_without_a_word(phone):
    phone.context.set_offline(True)
    phone.evaluate(
        """async () => {
          const { note, setNote } = await import("/static/js/pocket/store.js");
          const kept = await note("roster");
          await setNote("roster", Object.assign(kept, { contactAt: kept.contactAt - 72 * 3600 * 1000 - 1 }));
        }"""
    )
    phone.goto(f"{phone.base}/grids/today/")
    phone.get_by_text("手机里没有名册").wait_for()
    assert "roster" not in kept(phone)["keys"]


def test_a_record_three_days_old_is_warned_of(phone, small_city):
    phone.context.set_offline(True)
    write(phone, small_city.households[2])
    phone.evaluate(AGED, (timezone.now() - timedelta(hours=1)).isoformat())
    phone.goto(f"{phone.base}/grids/pocket/")
    phone.get_by_text("有记录存了三天以上").wait_for()


def test_another_version_is_kept_and_shown(phone, small_city, worker):
    phone.context.set_offline(True)
    write(phone, small_city.households[2], note="第二份")
    number = phone.evaluate("async () => (await (await import('/static/js/pocket/queue.js')).list())[0].uuid")
    first = {"client_uuid": number, "household": small_city.households[2].pk, "outcome": "normal"}
    client = Client()
    client.force_login(worker)
    client.post("/api/v1/visits/", json.dumps(first | {"note": "第一份"}), content_type="application/json")
    phone.context.set_offline(False)
    phone.goto(f"{phone.base}/grids/pocket/")
    phone.get_by_text("已存两份，待核对").wait_for()
    phone.get_by_role("link", name="看两份的不同").tap()
    phone.locator("[data-row] a").first.tap()
    phone.get_by_text("先收到", exact=False).first.wait_for()

    assert Visit.objects.get(client_uuid=number).note == "第一份"
    assert VisitConflict.objects.get().content["note"] == "第二份"
    assert [words for words in ("第一份", "第二份") if words not in phone.locator("main").inner_text()] == []
    phone.goto(f"{phone.base}/grids/pocket/")
    phone.get_by_role("button", name="知道了").tap()
    emptied(phone)


def test_a_content_the_portal_refuses_can_be_mended(phone, small_city):
    phone.context.set_offline(True)
    write(phone, small_city.households[2], note="要改的")
    ahead = (timezone.now() + timedelta(days=400)).isoformat()
    phone.evaluate(AGED, ahead)
    phone.context.set_offline(False)
    phone.goto(f"{phone.base}/grids/pocket/")
    phone.get_by_text("走访时间在将来").wait_for()
    assert badge(phone) == "1 条要处理"
    assert phone.evaluate(OVERFLOWING) == []
    assert Visit.objects.filter(note="要改的").count() == 0


def test_without_a_service_worker_the_open_page_queues_and_sends(
    open_page, enter, live_server, small_city, worker
):
    page = enter(open_page(**PHONE), worker)
    page.base = live_server.url
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(f"{page.base}/grids/households/{small_city.households[2].pk}/visit/?outcome=normal")
    until(page, lambda found: "roster" in found["notes"])
    before = Visit.objects.count()
    page.context.set_offline(True)
    page.get_by_role("button", name="确认登记").tap()
    page.get_by_role("heading", name="已存在手机里").wait_for()
    page.context.set_offline(False)
    page.get_by_role("heading", name="已登记").wait_for(timeout=40_000)

    assert Visit.objects.count() == before + 1


def test_without_a_place_to_keep_things_the_form_goes_as_ever(
    open_page, enter, live_server, small_city, worker
):
    page = enter(open_page(**PHONE), worker)
    page.add_init_script("delete window.indexedDB; delete Window.prototype.indexedDB")
    page.goto(f"{live_server.url}/grids/households/{small_city.households[2].pk}/visit/?outcome=normal")
    page.get_by_text("这个浏览器不能在没有网络时保存").wait_for()
    before = Visit.objects.count()
    page.get_by_role("button", name="确认登记").tap()
    page.get_by_role("heading", name="已登记").wait_for()
    assert Visit.objects.count() == before + 1


def test_a_need_with_a_photo_arrives_whole(phone, small_city, tmp_path):
    photo = settings.BASE_DIR / "static/img/icon-192.png"
    phone.context.set_offline(True)
    phone.goto(f"{phone.base}/grids/households/{small_city.households[2].pk}/visit/?outcome=need")
    phone.get_by_role("radio", name="维修").tap()
    phone.locator("[name=note]").fill("水管漏水")
    phone.locator("[name=photos]").set_input_files(photo)
    phone.get_by_role("button", name="确认登记").tap()
    phone.get_by_role("heading", name="已存在手机里").wait_for()
    assert len(kept(phone)["photos"]) == 1
    phone.context.set_offline(False)
    phone.goto(f"{phone.base}/grids/pocket/")
    emptied(phone)

    visit = Visit.objects.get(note="水管漏水")
    assert NeedRequest.objects.get(visit=visit).kind == "repair"
    assert visit.photos.count() == 1
    assert kept(phone)["photos"] == []
