"""Invented disputes of which it is known which are one matter: what the suggestions are measured against.

Written before the scoring and apart from it: nobody here knows how likeness is judged. A cluster is one matter told by
several people, or again by the same ones, each time in other words, with slips of the pen, the place and the firm under
other names, a wrong category now and then, a telephone left out. Beside the clusters lie what only looks the same: the
same respondent in another matter, the same words about another compound, the same trouble between other neighbours.

Of the ways to say a thing every other one is kept back: the scoring was fitted on the first half, and is measured on
the second, which it has not seen.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from demo import words

_WORDS = json.loads((Path(__file__).parent / "alike_words.json").read_text())
TOPICS = _WORDS["topics"]
STREETS, COMMUNITIES, COMPOUNDS = 4, 6, 3  # in the county, in each street, in each community
DAYS = 600
TRADES = {"shop": ("gym", "training", "decoration", "agency")}
PERSONAL = ("neighbour", "kin", "landlord", "driver")


@dataclass
class Person:
    """Who is complained of: a person or a firm, by all the names they go under."""

    name: str
    others: list[str] = field(default_factory=list)
    is_org: bool = False
    phone: str = ""


@dataclass
class Told:
    """One dispute as somebody wrote it down. `cluster` is which matter it truly is."""

    cluster: int
    topic: str
    title: str
    summary: str
    place: str
    category: str
    community: int
    day: int
    applicant: Person
    respondent: Person
    parties: list[dict] = field(default_factory=list)


class Sample:
    """Draws matters until there are enough disputes."""

    def __init__(self, seed: int, *, kept_back: bool):
        self.dice = Random(seed)
        self.phrases = slice(int(kept_back), None, 2)
        self.clusters = 0
        self.taken: set[tuple] = set()
        self.heads = iter(())
        self.managers = [self._firm("property") for _ in range(STREETS * COMMUNITIES)]

    def draw(self, count: int) -> list[Told]:
        told: list[Told] = []
        kinds = [self._residents, self._customers, self._workers, self._again, self._again, self._single]
        while len(told) < count:
            told += self.dice.choice(kinds)()
        told = told[:count]
        for one in told:
            self._write_down(one)
        return sorted(told, key=lambda one: one.day)

    # matters

    def _residents(self) -> list[Told]:
        """Several residents of one compound and whoever manages or heats it."""
        topic = self.dice.choice(["lift", "fee", "parking", "heating", "land"])
        community, compound = self._somewhere()
        firm = (
            self._manager(community, compound)
            if topic in ("lift", "fee", "parking")
            else self._firm("village" if topic == "land" else "heating")
        )
        if not self._free(topic, firm.name, compound):
            return []
        return self._cluster(topic, firm, self.dice.randint(2, 5), span=45, at=(community, compound))

    def _customers(self) -> list[Told]:
        """Customers of one shop, from all over the town."""
        topic = self.dice.choice(["gym", "training", "decoration", "agency"])
        return self._cluster(topic, self._firm(topic), self.dice.randint(2, 6), span=60)

    def _workers(self) -> list[Told]:
        topic = self.dice.choice(["wages", "dismissal", "social"])
        return self._cluster(
            topic, self._firm("employer"), self.dice.randint(2, 8), span=40, at=self._somewhere()
        )

    def _again(self) -> list[Told]:
        """The same two people, weeks or months later."""
        topic = self.dice.choice([key for key, topic in TOPICS.items() if topic["side"] in PERSONAL])
        pair, at = (self._person(), self._person()), self._somewhere()
        times, day = self.dice.randint(2, 3), self.dice.randrange(DAYS)
        told, self.clusters = [], self.clusters + 1
        for _ in range(times):
            told.append(self._tell(topic, pair[0], pair[1], day, at))
            day += self.dice.randint(15, 150)
        return told + self._lookalikes(told[0], at)

    def _single(self) -> list[Told]:
        topic = self.dice.choice(list(TOPICS))
        side, at = TOPICS[topic]["side"], self._somewhere()
        firm = (
            self._person()
            if side in PERSONAL
            else self._firm(
                topic
                if topic in _WORDS["trades"]
                else {"property": "property", "heating": "heating", "village": "village"}.get(
                    side, "employer"
                )
            )
        )
        self.clusters += 1
        return [self._tell(topic, self._person(), firm, self.dice.randrange(DAYS), at)]

    def _cluster(self, topic, firm, size, *, span, at=None) -> list[Told]:
        day, told = self.dice.randrange(DAYS), []
        self.clusters += 1
        for _ in range(size):
            told.append(
                self._tell(
                    topic, self._person(), firm, day + self.dice.randrange(span), at or self._somewhere()
                )
            )
        return told + self._lookalikes(told[0], at or self._somewhere())

    def _lookalikes(self, told: Told, at) -> Iterator[Told]:
        """What must not be taken for the same matter."""
        found = []
        if self.dice.random() < 0.5:  # the same respondent in another matter
            topic = self.dice.choice([key for key in TOPICS if self._may_also(key, told)])
            found.append(
                self._new(
                    self._tell(topic, self._person(), told.respondent, told.day + self.dice.randrange(60), at)
                )
            )
        if self.dice.random() < 0.5:  # the same words about somebody else elsewhere
            other = (
                self._person()
                if not told.respondent.is_org
                else self._firm("employer" if told.topic in ("wages", "dismissal", "social") else "property")
            )
            copy = self._tell(
                told.topic, self._person(), other, told.day + self.dice.randrange(60), self._somewhere()
            )
            found.append(self._new(replace(copy, title=told.title, summary=told.summary)))
        if (
            self.dice.random() < 0.4 and not told.respondent.is_org
        ):  # the same trouble between others next door
            found.append(
                self._new(
                    self._tell(
                        told.topic, self._person(), self._person(), told.day + self.dice.randrange(30), at
                    )
                )
            )
        if self.dice.random() < 0.3 and not told.respondent.is_org:  # the same two about something else
            topic = self.dice.choice([key for key in TOPICS if self._may_also(key, told)])
            found.append(
                self._new(
                    self._tell(topic, told.applicant, told.respondent, told.day + self.dice.randrange(90), at)
                )
            )
        return found

    def _may_also(self, key: str, told: Told) -> bool:
        """Another matter that could be brought against the same side."""
        if key == told.topic:
            return False
        personal = TOPICS[key]["side"] in PERSONAL
        return personal != told.respondent.is_org

    def _new(self, told: Told) -> Told:
        self.clusters += 1
        return replace(told, cluster=self.clusters)

    def _free(self, *key) -> bool:
        """Whether nobody has told of this yet: two clusters must not be one matter by chance."""
        known = key in self.taken
        self.taken.add(key)
        return not known

    # people and places

    def _somewhere(self) -> tuple[int, int]:
        community = self.dice.randrange(STREETS * COMMUNITIES)
        return community, community * COMPOUNDS + self.dice.randrange(COMPOUNDS)

    def _manager(self, community: int, compound: int) -> Person:
        return self.managers[(compound * 7) % len(self.managers)]

    def _person(self) -> Person:
        name = words.person(self.dice)
        others = [f"{name[0]}某", f"{name[0]}师傅"] if self.dice.random() < 0.1 else []
        return Person(name, others, phone=words.phone(self.dice))

    def _firm(self, trade: str) -> Person:
        while True:
            head = self.dice.choice(_WORDS["heads"]) + self.dice.choice(
                ["", "", "达", "源", "鑫", "隆", "诚", "美"]
            )
            kind = self.dice.choice(_WORDS["trades"].get(trade, _WORDS["trades"]["employer"]))
            if self._free("firm", head, kind):
                break
        core = f"{head}{kind}"
        names = [
            f"宁夏{core}有限公司",
            f"银川{core}有限公司",
            f"{core}有限责任公司",
            core,
            f"{core}公司",
            f"{head}{kind[:2]}",
        ]
        return Person(f"{core}有限公司", names, is_org=True, phone=words.phone(self.dice))

    # words

    def _tell(self, topic, applicant, respondent, day, at) -> Told:
        community, compound = at
        building = self.dice.randint(1, 30)
        said = TOPICS[topic]
        lines = self.dice.sample(said["lines"][self.phrases], self.dice.randint(1, 2))
        summary = "，".join(lines).format(b=building)
        place = self._place(_WORDS["compounds"][compound], building)
        if self.dice.random() < 0.3:
            summary = f"{place}，{summary}"
        summary = f"{self.dice.choice(_WORDS['openers'])}{summary}。{self.dice.choice(_WORDS['closers'])}"
        title = self.dice.choice(said["titles"][self.phrases]).format(b=building)
        return Told(
            self.clusters,
            topic,
            title,
            summary,
            place,
            said["category"],
            community,
            day,
            applicant,
            respondent,
        )

    def _place(self, name: str, building: int) -> str:
        others = [name, name, f"{name.removesuffix('小区')}小区", f"金凤区{name}", f"{name}南门"]
        if len(name) > 3:
            others.append(name[:-1])
        return self.dice.choice(others) + self.dice.choice(
            ["", f"{building}号楼", f"{building}号楼{building % 4 + 1}单元"]
        )

    def _write_down(self, told: Told) -> None:
        """The slips of whoever registers it."""
        told.title, told.summary, told.place = (
            self._slip(text) for text in (told.title, told.summary, told.place)
        )
        if self.dice.random() < 0.15:
            told.category = self.dice.choice([topic["category"] for topic in TOPICS.values()])
        if self.dice.random() < 0.05:
            street = told.community // COMMUNITIES
            told.community = street * COMMUNITIES + self.dice.randrange(COMMUNITIES)
        told.parties = [self._party(told.applicant, "applicant")]
        if self.dice.random() < 0.95:
            told.parties.append(self._party(told.respondent, "respondent"))

    def _party(self, person: Person, role: str) -> dict:
        name = person.name
        if person.others and self.dice.random() < 0.6:
            name = self.dice.choice(person.others)
        if person.is_org:
            name = self._slip(name, 0.08)
        known = self.dice.random() < (0.4 if person.is_org else 0.7)
        return {"role": role, "name": name, "is_org": person.is_org, "phone": person.phone if known else ""}

    def _slip(self, text: str, chance: float = 0.2) -> str:
        if len(text) < 4 or self.dice.random() >= chance:
            return text
        at = self.dice.randrange(len(text) - 1)
        alike = [place for place, letter in enumerate(text) if letter in _WORDS["sound_alikes"]]
        if alike and self.dice.random() < 0.5:
            at = self.dice.choice(alike)
            return text[:at] + _WORDS["sound_alikes"][text[at]] + text[at + 1 :]
        if self.dice.random() < 0.5:
            return text[:at] + text[at + 1 :]
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def draw_sample(seed: int, count: int = 2_000, *, kept_back: bool = False) -> list[Told]:
    """`count` disputes in the order of their days."""
    return Sample(seed, kept_back=kept_back).draw(count)
