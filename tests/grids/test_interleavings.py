"""Many ways in which a bad line can treat one phone's sendings: nothing lost, nothing doubled, the first stands.

Each way is drawn from a seed: contents are sent in batches, answers are cut after the portal has worked, the same
batch goes out twice at once, a content is edited under its number in between. What the phone believes and what the
portal holds are compared at the end.
"""

import json
import os
import random
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from grids.models import Visit, VisitConflict
from tests.factories.areas import make_country
from tests.factories.grids import make_household
from tests.factories.people import make_user

SYNC = "/api/v1/visits/sync/"
WAYS = int(os.environ.get("INTERLEAVINGS", "100"))  # the whole thousand takes minutes: before a release
SAFE = {"received", "already", "kept"}


@dataclass
class Phone:
    """A phone's queue. `said` holds every version of a content that ever left it."""

    client: Client
    door: int
    chance: random.Random
    threads: ThreadPoolExecutor
    queue: dict[str, str] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    heard_received: set[str] = field(default_factory=set)

    def write(self) -> None:
        self.queue[str(uuid.UUID(int=self.chance.getrandbits(128), version=4))] = f"第{len(self.queue)}条"

    def edit(self) -> None:
        if self.queue:
            number = self.chance.choice(list(self.queue))
            self.queue[number] += "改"

    def batch(self) -> list[tuple[str, str]]:
        pairs = list(self.queue.items())
        return pairs[: self.chance.randint(1, len(pairs))] if pairs else []

    def post(self, batch: list[tuple[str, str]]) -> list[dict]:
        contents = [
            {"client_uuid": number, "household": self.door, "outcome": "normal", "note": note}
            for number, note in batch
        ]
        answer = self.client.post(SYNC, json.dumps({"visits": contents}), content_type="application/json")
        assert answer.status_code == 200, answer.content
        return answer.json()["results"]

    def send(self, *, times: int = 1, is_cut: bool = False) -> None:
        """The same batch `times` at once; its answers are heard unless they are cut off."""
        batch = self.batch()
        if not batch:
            return
        for number, note in batch:
            self.said.setdefault(number, []).append(note)
        answers = [self.post(batch)] if times == 1 else list(self.threads.map(self.post, [batch] * times))
        for results in [] if is_cut else answers:
            self._hear(batch, results)

    def _hear(self, batch, results) -> None:
        for (number, note), result in zip(batch, results, strict=True):
            assert result["client_uuid"] == number
            assert result["status"] in SAFE, result
            self.heard_received |= {number} if result["status"] != "kept" else set()
            if self.queue.get(number) == note:
                del self.queue[number]

    def live_badly(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.write()
        for _ in range(self.chance.randint(1, 5)):
            self.chance.choice([
                self.write, self.edit, self.send,
                lambda: self.send(is_cut=True),
                lambda: self.send(times=2),
                lambda: self.send(times=2, is_cut=True),
            ])()  # fmt: skip
        while self.queue:
            self.send()


def close_after(both: Barrier) -> None:
    """Each thread closes its own connection: the barrier keeps one from doing it for two."""
    both.wait()
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_no_way_of_sending_loses_or_doubles_a_visit():
    areas = make_country()
    worker = make_user("grid_worker", areas["990101001001001"])
    door = make_household(areas["990101001001001001"]).pk
    client = Client()
    client.force_login(worker)
    with ThreadPoolExecutor(2) as threads:
        phones = [Phone(client, door, random.Random(way), threads) for way in range(WAYS)]
        for phone in phones:
            cache.clear()  # a thousand phones of one worker would be asked to wait a minute
            phone.live_badly()
        list(threads.map(close_after, [Barrier(2)] * 2))

    said = {number: versions for phone in phones for number, versions in phone.said.items()}
    held = {str(number): note for number, note in Visit.objects.values_list("client_uuid", "note")}
    seconds = {}
    for number, content in VisitConflict.objects.values_list("visit__client_uuid", "content"):
        seconds.setdefault(str(number), set()).add(content["note"])
    assert len(said) > WAYS
    assert Visit.objects.count() == len(held)
    assert held.keys() == said.keys()
    for number, versions in said.items():
        assert held[number] == versions[0], "the first to arrive stands"
        assert seconds.get(number, set()) == set(versions) - {held[number]}, "every other version is kept"
