"""Worker and broker killed in the middle of a dispatch: everything arrives, once by key, and nobody lends a hand.

The round of the suite is small; `KILLS=10 NOTICES=2000` in the environment makes the full one. Whoever receives counts
what comes: a message that came twice under one key is one message, as the vendors take it.
"""

import os
import random
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from config.embedded import process
from config.embedded.valkey import ValkeyServer
from config.management.commands.up import BEAT, WORKER
from governance.dispatch.models import Delivery, Notice
from tests.factories.areas import make_country
from tests.factories.deliveries import give_addresses, make_kinds, make_quiet
from tests.factories.people import make_user
from tests.factories.vendors import vendor

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KILLS", "3"))
NOTICES = int(os.environ.get("NOTICES", "300"))
WAYS = ("sms", "wecom", "dingtalk")

pytestmark = [pytest.mark.startup]


class Gateway:
    """Takes what the vendors take and keeps every key; it is not told of kills, and is slow enough to be killed at."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)
        self.lock = threading.Lock()
        self.came: dict[str, Counter] = {way: Counter() for way in WAYS}

    def answer(self, asked: dict) -> tuple:
        path, body = asked["path"], asked["body"] or {}
        seconds = self.chance.random() * 0.02
        if path.endswith("gettoken"):
            return 200, {"errcode": 0, "access_token": "T", "expires_in": 7200}, {}, seconds
        if body.get("Action") == "QuerySendDetails":
            return 200, self._details(body), {}, seconds
        with self.lock:
            self.came[self._way(path)][asked["key"]] += 1
        return 200, {"Code": "OK", "BizId": "1", "errcode": 0, "msgid": "1", "task_id": 1}, {}, seconds

    def _way(self, path: str) -> str:
        return {"/": "sms", "/cgi-bin/message/send": "wecom"}.get(path, "dingtalk")

    def _details(self, body: dict) -> dict:
        with self.lock:
            rows = [{"OutId": key, "SendStatus": 3} for key in self.came["sms"]]
        return {"Code": "OK", "SmsSendDetailDTOs": {"SmsSendDetailDTO": rows}}


class Machinery:
    """Broker, worker and beat as the portal starts them; whoever looks after them starts them again when they die."""

    def __init__(self, folder: Path, url: str):
        self.log = folder / "worker.log"
        self.broker = ValkeyServer(folder, throw_away=True)
        place = connection.settings_dict
        address = f"postgresql://{place['USER']}@{quote(place['HOST'], safe='')}/{place['NAME']}"
        self.environment = os.environ | {
            "DATABASE_URL": address,
            "REDIS_URL": f"unix://{self.broker.socket}?db=0",
            "DJANGO_SETTINGS_MODULE": "tests.browser.quick_senders",
            "PROCESS_KIND": "worker",
            **{f"SMS_{name}": "test" for name in ("KEY_ID", "KEY_SECRET", "SIGN", "TEMPLATE")},
            **{"WECOM_CORP_ID": "ww", "WECOM_SECRET": "s", "WECOM_AGENT_ID": "1"},
            **{"DINGTALK_APP_KEY": "dd", "DINGTALK_APP_SECRET": "s", "DINGTALK_AGENT_ID": "2"},
            **{f"{way.upper()}_URL": url for way in WAYS},
        }
        self.running = {}

    def start(self):
        if self.broker.popen is None:
            self.broker.start()
        for name, command in (("worker", WORKER), ("beat", BEAT)):
            if name not in self.running:
                with self.log.open("ab") as log:
                    self.running[name] = process.spawn(
                        command, env=self.environment, cwd=ROOT, stdout=log, stderr=log
                    )

    def kill(self):
        """Both at once, as when the power of a machine goes; beat has lost its broker and lives on."""
        worker = self.running.pop("worker")
        os.killpg(worker.pid, signal.SIGKILL)
        self.broker.popen.kill()
        worker.wait(10)
        self.broker.popen.wait(10)
        self.broker.popen = None

    def stop(self):
        for one in self.running.values():
            os.killpg(one.pid, signal.SIGKILL)
            one.wait(10)
        self.broker.stop()


@pytest.fixture
def machinery(transactional_db, tmp_path_factory):
    folder = tmp_path_factory.mktemp("k")
    folder.chmod(0o711)
    gateway = Gateway(seed=7)
    with vendor(gateway.answer) as server:
        found = Machinery(folder, server.url)
        found.gateway = gateway
        yield found
        found.stop()


def test_killed_ten_times_every_message_arrives_once(machinery):
    city = make_country()["9901"]
    make_kinds()
    make_quiet("00:00", "00:00")
    person = make_user("city_official", city)
    give_addresses(person)
    rows = [Notice(area=city, kind="case.late", period=f"late {n}", body="超期") for n in range(NOTICES)]
    for row in rows:
        row.place_in(city)
    Notice.objects.bulk_create(rows)
    wanted, begun = NOTICES * len(WAYS), time.monotonic()

    for number in range(KILLS):
        machinery.start()
        _wait_for(machinery, lambda share=(number + 0.7) / (KILLS + 1): _came(machinery) >= wanted * share)
        machinery.kill()
    machinery.start()
    _wait_for(machinery, lambda: Delivery.objects.filter(state="sent").count() >= wanted)

    keys = {way: set() for way in WAYS}
    for way, key in Delivery.objects.values_list("channel", "key"):
        keys[way].add(str(key))
    assert Delivery.objects.count() == wanted
    assert {way: set(came) for way, came in machinery.gateway.came.items()} == keys
    assert set(Delivery.objects.values_list("state", "person_id")) == {("sent", person.pk)}
    again = {way: sum(came.values()) - len(came) for way, came in machinery.gateway.came.items()}
    assert sum(again.values()) <= 2 * KILLS * len(WAYS)  # what was in flight, and no more
    assert again["sms"] == 0  # asked before it was sent again
    print(
        f"{wanted} messages, {KILLS} kills, {time.monotonic() - begun:.0f} s, sent again under one key: {again}"
    )


def _came(machinery) -> int:
    return sum(len(came) for came in machinery.gateway.came.values())


def _wait_for(machinery, holds, *, within: float = 600):
    until = time.monotonic() + within
    while not holds():
        assert time.monotonic() < until, machinery.log.read_text()[-3000:]
        time.sleep(0.05)
