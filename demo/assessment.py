"""金凤区's assessment of its property projects: two published quarters, one being scored; tickets and cards."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from demo.chance import Wheel, at, chance
from demo.city import JINFENG, City
from governance.areas.spelling import initials_of
from governance.casework.actions.cases import public_code
from governance.casework.clock import calendar_for, moment_after, next_tick
from governance.casework.enums import KIND_LETTERS, Kind, Limit, LimitUnit, Outcome, Source
from governance.casework.models import Case, CaseAction
from governance.kernel.clock import add_workdays
from governance.kernel.copying import copy_rows
from governance.kernel.days import next_month_start, quarter_start, years_later
from property.enums.assessment import AppealVerdict, CardGrade, RaterKind
from property.models import (
    Assessment,
    AssessmentMandate,
    AssessmentRound,
    CompanyCard,
    ItemScore,
    PropertyContract,
    RaterWeight,
    Rectification,
    ScoreAppeal,
    ScoreItem,
    ScorePreset,
    ScoreSheet,
)
from property.rules.results import results_of
from property.rules.scoring import grade_of
from property.states.assessment import RectificationState, RoundState, SheetState

RATERS = (RaterKind.COMMUNITY, RaterKind.STREET, RaterKind.HOUSING)
KEEN = Wheel({0.05: 30, 0.14: 40, 0.3: 22, 0.6: 8})  # how often an item of a project loses marks
WHY = {
    "党建引领": "活动记录不全", "基础管理与公示": "收费公示没有更新", "房屋与设施维护": "路灯不亮，报修超时",
    "秩序与消防": "消防通道停车、楼道堆物", "保洁": "单元门口垃圾没有及时清运", "绿化": "绿地踩踏没有补种",
    "电梯、二次供水等设备": "电梯维保公示过期", "投诉处理": "投诉超过时限才答复", "业主满意度": "没有入户听取意见",
}  # fmt: skip
APPEALS = (
    (AppealVerdict.UPHELD, "提供了当日的照片和台账，情况属实"),
    (AppealVerdict.PARTLY, "已补正一半，按补正情况改分"),
    (AppealVerdict.REJECTED, "现场复核，问题仍在"),
)
TO_PUBLISH = timedelta(days=35)  # from the end of a quarter to its results
TICKETS = 24  # of the quarter last published
ANSWER = "已整改到位，附整改前后对照台账。"
STATES = Wheel({
    RectificationState.CLOSED: 52, RectificationState.ANSWERED: 14, RectificationState.ISSUED: 20,
    RectificationState.FAILED: 14,
})  # fmt: skip
COLUMNS = ["assessment_id", "item_id", "rater", "marks", "reason", "by_id", "at"]


def make_assessment(city: City) -> None:
    dice = chance("assessment")
    sheet = _sheet(city)
    _mandates(city)
    present = quarter_start(city.today)
    last = quarter_start(present - timedelta(days=1 if city.today - present > TO_PUBLISH else 100))
    for begins_on in (quarter_start(last - timedelta(days=1)), last):
        round_ = _published(city, sheet, begins_on)
        rows = _assessments(round_)
        _scores(city, rows, sheet, round_.scoring_from, dice)
        _slips(rows, dice)
        _appeals(city, rows, round_, dice)
        _publish(rows, sheet)
    _tickets(city, rows, round_, dice)
    _scoring(city, sheet, present, dice)


def _sheet(city: City) -> ScoreSheet:
    given = ScorePreset.objects.get(key="property_quarterly").content
    numbers = {name: value for name, value in given.items() if name not in ("items", "weights")}
    sheet = ScoreSheet.objects.create(
        area_id=city.areas[JINFENG], area_code=JINFENG, name=f"金凤区物业服务季度考核标准（{city.today.year} 版）",
        state=SheetState.IN_FORCE, in_force_from=years_later(city.today, -1), **numbers,
    )  # fmt: skip
    ScoreItem.objects.bulk_create(
        ScoreItem(sheet=sheet, position=position, **item) for position, item in enumerate(given["items"], 1)
    )
    RaterWeight.objects.bulk_create(
        RaterWeight(sheet=sheet, rater=rater, weight=weight) for rater, weight in given["weights"].items()
    )
    return sheet


def _mandates(city: City) -> None:
    """Handed down to every street and community a year ago."""
    since = years_later(city.today, -1)
    order_no = f"金住建〔{since.year}〕21号"
    rows = []
    for code, area in city.areas.items():
        if code.startswith(JINFENG) and len(code) in (9, 12):
            raters = (RaterKind.STREET,) if len(code) == 9 else (RaterKind.COMMUNITY, RaterKind.OWNERS)
            rows += [
                AssessmentMandate(
                    area_id=area, area_code=code, rater=rater, valid=(since, None), order_no=order_no
                )
                for rater in raters
            ]
    AssessmentMandate.objects.bulk_create(rows)


def _published(city: City, sheet: ScoreSheet, begins_on: date) -> AssessmentRound:
    ended = begins_on
    for _month in range(3):
        ended = next_month_start(ended)
    heard = ended + timedelta(days=12)
    appeal_to = add_workdays(calendar_for(), heard, sheet.appeal_days)
    return AssessmentRound.objects.create(
        area_id=city.areas[JINFENG], area_code=JINFENG, sheet=sheet, begins_on=begins_on,
        scoring_from=ended, scoring_to=ended + timedelta(days=11), appeal_from=heard, appeal_to=appeal_to,
        published_on=appeal_to + timedelta(days=1), state=RoundState.PUBLISHED,
    )  # fmt: skip


def _scoring(city: City, sheet: ScoreSheet, begins_on: date, dice: Random) -> None:
    """The present quarter: the windows are open, about half of the sheets are in."""
    round_ = AssessmentRound.objects.create(
        area_id=city.areas[JINFENG], area_code=JINFENG, sheet=sheet, begins_on=begins_on,
        scoring_from=city.today - timedelta(days=6), scoring_to=city.today + timedelta(days=2),
        state=RoundState.SCORING,
    )  # fmt: skip
    rows = _assessments(round_)
    rated = dice.sample(rows, len(rows) * 3 // 5)
    _scores(city, rated, sheet, city.today - timedelta(days=4), dice, raters=RATERS[:2])
    _slips(dice.sample(rated, len(rated) // 2), dice)


def _assessments(round_: AssessmentRound) -> list[Assessment]:
    contracts = PropertyContract.objects.within(JINFENG).filter(
        valid__overlap=(round_.begins_on, round_.scoring_from), company__isnull=False
    )
    return Assessment.objects.bulk_create(
        Assessment(
            round=round_, contract=contract, compound_id=contract.compound_id, company_id=contract.company_id,
            area_id=contract.area_id, area_code=contract.area_code,
        )
        for contract in contracts.order_by("area_code", "pk")
    )  # fmt: skip


def _scores(city: City, rows: list[Assessment], sheet, day: date, dice: Random, raters=RATERS) -> None:
    items = list(sheet.items.all())
    copy_rows(ItemScore, COLUMNS, _lines(city, rows, items, day, dice, raters))


def _lines(city: City, rows, items, day: date, dice: Random, raters) -> Iterator[tuple]:
    for row in rows:
        share = KEEN.spin(dice)
        lost = {item.pk for item in items if dice.random() < share}
        for rater in raters:
            by, when = _person(city, rater, row.area_code), at(day + timedelta(days=dice.randint(0, 3)), dice)
            for item in items:
                is_lost = item.pk in lost and dice.random() < 0.7
                less = min(dice.choice((1, 1, 2, 2, 3)), item.marks) if is_lost else 0
                yield row.pk, item.pk, rater, item.marks - less, WHY[item.section] if less else "", by, when


def _person(city: City, rater: str, code: str) -> int | None:
    seats = {
        RaterKind.COMMUNITY: ("community_secretary", code[:12]),
        RaterKind.STREET: ("street_dispatcher", code[:9]),
        RaterKind.HOUSING: ("property_officer", JINFENG),
    }
    return city.people.get(seats[RaterKind(rater)])


def _slips(rows: list[Assessment], dice: Random) -> None:
    for row in rows:
        count = dice.randint(24, 90)
        row.slips_unsatisfied = int(count * dice.choice((0.02, 0.05, 0.08, 0.2)))
        row.slips_fair = int(count * dice.uniform(0.15, 0.35))
        row.slips_satisfied = count - row.slips_unsatisfied - row.slips_fair
    Assessment.objects.bulk_update(rows, ["slips_satisfied", "slips_fair", "slips_unsatisfied"])


def _appeals(city: City, rows: list[Assessment], round_: AssessmentRound, dice: Random) -> None:
    """Three companies object to a deduction of the community; two are upheld, wholly or in part."""
    lost = ItemScore.objects.filter(assessment__in=rows, rater=RaterKind.COMMUNITY).exclude(reason="")
    lost = list(lost.select_related("assessment", "item").order_by("pk"))
    officer, street = city.people.get(("property_officer", JINFENG)), "street_dispatcher"
    for score, (verdict, reason) in zip(dice.sample(lost, min(len(lost), 3)), APPEALS, strict=False):
        marks = {AppealVerdict.UPHELD: score.item.marks, AppealVerdict.PARTLY: score.marks + 1}.get(verdict)
        if verdict == AppealVerdict.PARTLY and marks == score.item.marks:
            verdict = AppealVerdict.UPHELD
        appeal = ScoreAppeal.objects.create(
            assessment=score.assessment, item=score.item, area_id=score.assessment.area_id,
            area_code=score.assessment.area_code, text="考核当天已经整改，附台账。", handed_by="项目经理",
            handed_on=round_.appeal_from + timedelta(days=2), verdict=verdict, marks=marks, reason=reason,
            recorded_by_id=city.people.get((street, score.assessment.area_code[:9])),
            decided_on=round_.appeal_to, decided_by_id=officer,
        )  # fmt: skip
        if marks is not None:
            ItemScore.objects.create(
                assessment=score.assessment, item=score.item, rater=score.rater, marks=marks, appeal=appeal,
                reason="" if marks == score.item.marks else score.reason, by_id=officer,
            )  # fmt: skip


def _publish(rows: list[Assessment], sheet: ScoreSheet) -> None:
    results = results_of(rows, sheet)
    for row in rows:
        row.total = results[row.pk].total
        row.grade = grade_of(row.total, sheet.a_from, sheet.b_from, sheet.c_from)
    Assessment.objects.bulk_update(rows, ["total", "grade"])


def _tickets(city: City, rows: list[Assessment], round_: AssessmentRound, dice: Random) -> None:
    """Deductions of the weakest projects, put right or not; what failed brought yellow cards, three a red one."""
    weakest = sorted(rows, key=lambda row: row.total)[: TICKETS // 2]
    lost = ItemScore.objects.filter(assessment__in=weakest, rater=RaterKind.HOUSING).exclude(reason="")
    lost = list(lost.select_related("assessment__compound", "item").order_by("pk"))
    for number, score in enumerate(dice.sample(lost, min(len(lost), TICKETS)), start=1):
        _ticket(city, score, round_, STATES.spin(dice), number, dice)
    _cards(round_.sheet)


def _ticket(
    city: City, score: ItemScore, round_: AssessmentRound, state: str, number: int, dice: Random
) -> None:
    issued, project = round_.published_on, score.assessment
    due = moment_after(at(issued, dice, 9, 17), 15, LimitUnit.DAY)
    ended = min(due.date() - timedelta(days=dice.randint(1, 6)), city.today)
    case = _case(city, score, state, issued, ended, due, number)
    _timeline(city, case, ended, dice)
    ticket = Rectification(
        case=case, assessment=project, item=score.item, area_id=project.area_id, area_code=project.area_code,
        demand=f"{score.item.text}。住建部门：{score.reason}", issued_on=issued,
    )  # fmt: skip
    if state in (RectificationState.ANSWERED, RectificationState.CLOSED):
        ticket.answer, ticket.answered_on = ANSWER, ended
    Rectification.objects.bulk_create([ticket])


def _case(city: City, score: ItemScore, state: str, issued: date, ended: date, due, number: int) -> Case:
    area = score.assessment.compound.area
    title = f"物业整改：{score.assessment.compound} {score.item.section}"
    is_open = state in (RectificationState.ISSUED, RectificationState.ANSWERED)
    waits = state == RectificationState.ISSUED
    case = Case(
        kind=Kind.PROPERTY, area=area, owner_area=area, level_id=area.level_id, state=state, title=title[:100],
        number=f"{JINFENG}{KIND_LETTERS[Kind.PROPERTY]}{issued:%Y%m%d}{number:05d}", public_code=public_code(),
        source=Source.SUPERIOR, place=score.assessment.compound.name, summary=score.reason,
        registered_on=issued, accepted_on=issued, initials=initials_of(title)[:162],
        registered_by_id=city.people.get(("property_officer", JINFENG)),
        limit=Limit.HANDLE if waits else "", due_at=due if waits else None,
        handle_due_at=due if waits or not is_open else None, limit_began_at=at(issued, chance(title)),
        late_on=due.date() + timedelta(days=1) if waits and due.date() < city.today else None,
    )  # fmt: skip
    if not is_open:
        done = state == RectificationState.CLOSED
        case.outcome = Outcome.RESOLVED if done else Outcome.UNSOLVED
        case.closed_on, case.resolved_on = ended, ended if done else None
    case.place_in(area)
    case.tick_at = next_tick(case, after=case.limit_began_at)
    case.save()
    return case


def _timeline(city: City, case: Case, ended: date, dice: Random) -> None:
    """What was done up to the state the case is in."""
    officer, street = (
        city.people.get(("property_officer", JINFENG)),
        city.people.get(("street_dispatcher", case.area_code[:9])),
    )
    told = [("register", "", RectificationState.ISSUED, officer, "", case.limit_began_at)]
    if case.state in (RectificationState.ANSWERED, RectificationState.CLOSED):
        answered = at(ended, dice, 9, 12)
        told.append(
            ("answer", RectificationState.ISSUED, RectificationState.ANSWERED, street, ANSWER, answered)
        )
    if case.closed_on:
        step = "accept" if case.state == RectificationState.CLOSED else "fail"
        note = "" if step == "accept" else "到期复查，问题仍在，企业没有答复"
        told.append((step, told[-1][2], case.state, officer, note, at(ended, dice, 14, 17)))
    CaseAction.objects.bulk_create(
        CaseAction(
            case=case, kind=kind, from_state=source, to_state=target, actor_id=actor, note=note, at=when
        )
        for kind, source, target, actor, note, when in told
    )


def _cards(sheet: ScoreSheet) -> None:
    failed = Rectification.objects.filter(case__late_on__isnull=False) | Rectification.objects.filter(
        case__state=RectificationState.FAILED
    )
    given: dict[int, list[CompanyCard]] = {}
    for ticket in failed.select_related("case", "assessment__company__area").order_by("pk"):
        company, case = ticket.assessment.company, ticket.case
        day = case.late_on or case.closed_on
        what = "超期" if case.late_on else "不到位"
        card = _card(company, CardGrade.YELLOW, day, f"{case.title}（{case.number}）整改{what}", sheet)
        card.rectification = ticket
        given.setdefault(company.pk, []).append(card)
    for cards in given.values():
        if len(cards) >= sheet.yellows_for_red:
            day = max(card.given_on for card in cards)
            red = _card(
                cards[0].company, CardGrade.RED, day, f"有效期内累计 {sheet.yellows_for_red} 张黄牌", sheet
            )
            red.save()
            for card in cards[: sheet.yellows_for_red]:
                card.red = red
    CompanyCard.objects.bulk_create(card for cards in given.values() for card in cards)


def _card(company, grade: int, day: date, reason: str, sheet: ScoreSheet) -> CompanyCard:
    return CompanyCard(
        company=company, area_id=company.area_id, area_code=company.area_code, grade=grade, reason=reason,
        given_on=day, expires_on=years_later(day, sheet.card_years),
    )  # fmt: skip
