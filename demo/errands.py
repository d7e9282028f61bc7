"""Errands of the year as they went, day by day, cut off at today; and the hints of two rules."""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from demo.chance import Wheel, at, chance, past
from demo.city import YINXINYUAN, City, Plot
from governance.areas.spelling import initials_of
from governance.casework.clock import moment_after
from governance.casework.enums import (
    PUBLIC_CODE_LENGTH,
    PUBLIC_CODE_LETTERS,
    Kind,
    LimitUnit,
    Outcome,
    Source,
)
from governance.casework.models import Case, CaseAction, CaseCounter
from governance.kernel.masking import mask_name
from grids.actions.eligibility import make_hints
from grids.enums.errands import NOTICE_VERSION, ConsentWay, Contentment, Delivery, ErrandResult, Recipient
from grids.models import EligibilityRule, Errand, ErrandConsent, ErrandMaterial, Resident, ServiceItem
from grids.states.errands import ERRAND_STEPS, ErrandState

ERRANDS, OWN = 460, 12  # in the whole city, and on the demo worker's own list
LATELY = 0.25  # the share asked for in the last four weeks; the rest lies up to eleven months back
OWN_GRID = f"{YINXINYUAN}001"
RULES = {"age65": 65, "age80": 80}
ITEMS = Wheel({
    "B0101": 16, "B0102": 22, "B0103": 12, "B0201": 14, "B0301": 6, "B0302": 8, "B0401": 6, "B0402": 6, "B0501": 6,
    "B0601": 2, "B0602": 2,
})  # fmt: skip
WAYS = Wheel({ConsentWay.SIGNED: 80, ConsentWay.ORAL: 20})
DELIVERIES = Wheel({Delivery.HOME: 70, Delivery.COLLECTED: 18, Delivery.ONLINE: 9, Delivery.POST: 3})
CONTENTMENT = Wheel({Contentment.SATISFIED: 88, Contentment.FAIR: 10, Contentment.UNREACHED: 2})
NOTES = {
    "supplement": ["缺户口簿首页", "照片底色不对，需重新提供", "申请表漏签字"],
    "reject": ["收入超过标准", "材料与登记信息不一致", "不符合年龄条件"],
    "withdraw": ["家人自己去办", "本人暂时不想办", "已在手机上办好"],
}
ORAL = "本人在家中口头同意，女儿在场"


@dataclass
class Story:
    """What happened to one errand: its steps with their days, up to today."""

    plot: Plot
    resident: Resident
    item: ServiceItem
    asked_on: date
    way: str
    steps: list[tuple[str, date]] = field(default_factory=list)

    @property
    def state(self) -> str:
        return ERRAND_STEPS[self.steps[-1][0]].target if self.steps else ErrandState.REQUESTED

    def day_of(self, *names: str) -> date | None:
        return next((day for name, day in reversed(self.steps) if name in names), None)

    @property
    def result(self) -> str:
        if self.day_of("grant"):
            return ErrandResult.DONE
        return ErrandResult.NOT_DONE if self.day_of("reject") else ""


def make_errands(city: City) -> None:
    """Errands with consent, checklist and timeline, in bulk; then tonight's hints."""
    dice = chance("errands")
    items = {item.pk: item for item in ServiceItem.objects.prefetch_related("materials")}
    stories = [_story(city, dice, items[ITEMS.spin(dice)], *person) for person in _people(city, dice)]
    stories.sort(key=lambda story: story.asked_on)
    cases = _cases(city, stories, dice)
    errands = [_errand(case, story, dice) for case, story in zip(cases, stories, strict=True)]
    Errand.objects.bulk_create(errands)
    told = list(zip(errands, stories, strict=True))
    ErrandConsent.objects.bulk_create(_consent(*each) for each in told if each[1].day_of("consent"))
    ErrandMaterial.objects.bulk_create(paper for each in told for paper in _papers(*each))
    CaseAction.objects.bulk_create(line for each in told for line in _timeline(*each, dice))
    _make_hints(city)


def _make_hints(city: City) -> None:
    """Two rules are on; the demo worker's own grid has somebody for each."""
    own = Resident.objects.filter(household__in=_own_homes(city), is_contact=True).order_by("pk")
    for person, age in zip(own, RULES.values(), strict=False):
        Resident.objects.filter(pk=person.pk).update(birth_year=city.today.year - age)
    EligibilityRule.objects.filter(code__in=RULES).update(is_enabled=True)
    make_hints(city.today)


def _own_homes(city: City) -> list[int]:
    return [household for household, index in city.households if city.plots[index].code == OWN_GRID]


def _people(city: City, dice) -> list[tuple[Plot, Resident]]:
    """For whom: contacts of households all over the city, and some of the demo worker's own."""
    plot_of = {household: city.plots[index] for household, index in city.households}
    homes = dice.sample(_own_homes(city), OWN) + dice.sample(sorted(plot_of), ERRANDS)
    plots = {household: plot_of[household] for household in homes if plot_of[household].worker_id}
    contacts = Resident.objects.filter(household__in=plots, is_contact=True).select_related("area")
    return [(plots[person.household_id], person) for person in contacts.order_by("pk")]


def _story(city: City, dice, item: ServiceItem, plot: Plot, resident: Resident) -> Story:
    is_own, is_late = plot.code == OWN_GRID, dice.random() < LATELY
    ago = dice.randint(0, 9) if is_own else dice.randint(0, 24) if is_late else dice.randint(20, 330)
    asked = city.today - timedelta(days=ago)
    story = Story(plot, resident, item, asked, WAYS.spin(dice))
    day = asked
    for step, wait in _way(dice, item):
        day += timedelta(days=wait)
        if day > city.today:
            break
        story.steps.append((step, day))
    return story


def _way(dice, item: ServiceItem) -> list[tuple[str, int]]:
    """The steps an errand would take if the year never ended, each with the days waited for it."""
    limit = item.amount or 10
    way = [("consent", dice.randint(0, 2)), ("gather", dice.randint(0, 3)), ("submit", dice.randint(0, 2))]
    if dice.random() < 0.15:
        way += [("supplement", dice.randint(1, 4)), ("resubmit", dice.randint(1, 5))]
    way.append(("grant" if dice.random() < 0.93 else "reject", dice.randint(1, max(limit, 1))))
    way += [("deliver", dice.randint(0, 3)), ("close", dice.randint(0, 2))]
    if dice.random() < 0.05:
        way = [*way[: dice.randint(0, 3)], ("withdraw", 1)]
    return way


def _cases(city: City, stories: list[Story], dice) -> list[Case]:
    numbers: Counter = Counter()
    cases = [_case(city, story, numbers, dice) for story in stories]
    CaseCounter.objects.bulk_create(
        CaseCounter(area6=area6, kind=Kind.ERRAND, day=day, last=last)
        for (area6, day), last in numbers.items()
    )
    return Case.objects.bulk_create(cases)


def _case(city: City, story: Story, numbers: Counter, dice) -> Case:
    person, key = story.resident, (story.plot.code[:6], story.asked_on)
    title = f"{story.item.name}：{mask_name(person.name)}"
    numbers[key] += 1
    return Case(
        number=f"{key[0]}B{story.asked_on:%Y%m%d}{numbers[key]:05d}",
        public_code="".join(dice.choices(PUBLIC_CODE_LETTERS, k=PUBLIC_CODE_LENGTH)),
        kind=Kind.ERRAND,
        source=Source.GRID,
        title=title,
        initials=initials_of(title),
        area=person.area,
        area_code=person.area_code,
        owner_area_id=story.plot.area_id,
        owner_post_id=city.posts[("grid_worker", story.plot.code)],
        level_id="grid",
        state=story.state,
        registered_by_id=story.plot.worker_id,
        registered_on=story.asked_on,
        accepted_on=story.day_of("consent"),
        version=1 + len(story.steps),
        **_ending(story),
        **_clock(story, dice),
    )


def _ending(story: Story) -> dict:
    if story.state == ErrandState.WITHDRAWN:
        return {"outcome": Outcome.REFUSED, "closed_on": story.day_of("withdraw")}
    if not story.result:
        return {}
    is_done = story.result == ErrandResult.DONE
    return {
        "outcome": Outcome.RESOLVED if is_done else Outcome.UNSOLVED,
        "resolved_on": story.day_of("grant"),
        "closed_on": story.day_of("close"),
    }


def _clock(story: Story, dice) -> dict:
    """The limit that runs now; once handed in, also the one that lateness is judged by."""
    submitted, decided = story.day_of("submit"), story.day_of("grant", "reject")
    found = {"handle_due_at": _limit(submitted, story.item, dice)} if submitted else {}
    if story.state in (ErrandState.REQUESTED, ErrandState.CONSENTED, ErrandState.READY):
        found["due_at"] = moment_after(at(story.asked_on, dice), 5, LimitUnit.DAY)
    elif story.state == ErrandState.SUBMITTED:
        found["due_at"] = found["handle_due_at"]
    elif story.state == ErrandState.SUPPLEMENT:
        found |= {"due_at": found["handle_due_at"], "remaining": story.item.amount or 10}
        found["paused_at"] = past(at(story.day_of("supplement"), dice))
    elif story.state == ErrandState.DECIDED:
        found["due_at"] = moment_after(at(decided, dice), 3, LimitUnit.DAY)
    return found


def _limit(day: date, item: ServiceItem, dice):
    return moment_after(at(day, dice), item.amount or 10, item.unit)


def _errand(case: Case, story: Story, dice) -> Errand:
    submitted, delivered = story.day_of("submit"), story.day_of("deliver")
    found = Errand(
        case=case, area=case.area, area_code=case.area_code, item=story.item, resident=story.resident,
        household_id=story.resident.household_id, worker_id=story.plot.worker_id, requested_on=story.asked_on,
        result=story.result, decided_on=story.day_of("grant", "reject"), submitted_on=submitted,
    )  # fmt: skip
    if submitted:
        found.place = story.item.where
        found.external_number = f"{submitted:%Y%m%d}{dice.randrange(10**4):04d}"
    if delivered:
        found.delivery, found.delivered_to = DELIVERIES.spin(dice), Recipient.SELF
        found.delivered_on, found.satisfaction = delivered, CONTENTMENT.spin(dice)
    return found


def _consent(errand: Errand, story: Story) -> ErrandConsent:
    is_oral = story.way == ConsentWay.ORAL
    return ErrandConsent(
        seal_id=uuid.uuid5(errand.seal_id, "consent"), errand=errand, way=story.way, note=ORAL if is_oral else "",
        given_on=story.day_of("consent"), notice_version=NOTICE_VERSION, recorded_by_id=story.plot.worker_id,
        withdrawn_on=story.day_of("withdraw"),
    )  # fmt: skip


def _papers(errand: Errand, story: Story) -> Iterator[ErrandMaterial]:
    received, delivered = story.day_of("gather"), story.day_of("deliver", "withdraw")
    for paper in story.item.materials.all():
        is_here = received is not None and paper.is_required
        yield ErrandMaterial(
            errand=errand, name=paper.name, is_required=paper.is_required, comes_back=paper.comes_back,
            note=paper.note, position=paper.position, received_on=received if is_here else None,
            is_copied=is_here and paper.comes_back,
            returned_on=delivered if is_here and paper.comes_back else None,
        )  # fmt: skip


def _timeline(errand: Errand, story: Story, dice) -> Iterator[CaseAction]:
    """From the request to where it stands, each line later than the one before."""
    state, when = ErrandState.REQUESTED, past(at(story.asked_on, dice, 9, 12))
    by = story.plot.worker_id
    yield CaseAction(case=errand.case, kind="register", to_state=state, actor_id=by, at=when)
    for step, day in story.steps:
        when = max(when + timedelta(seconds=dice.randint(60, 600)), past(at(day, dice, 9, 18)))
        note = dice.choice(NOTES[step]) if step in NOTES else ""
        target = ERRAND_STEPS[step].target
        yield CaseAction(
            case=errand.case, kind=step, from_state=state, to_state=target, actor_id=by, note=note, at=when
        )
        state = target
