"""Rules in force, the clocks of what is open, the cards they brought, 督办, a letter of warning, a leading official."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from demo.chance import ZONE, chance
from demo.city import CITY, JINFENG, City
from disputes.enums.disputes import Risk
from disputes.models import Dispute
from governance.areas.enums import Level
from governance.areas.models import Area
from governance.casework.actions.cases import draw_number
from governance.casework.actions.supervision import LETTERS
from governance.casework.clock import card_moments, next_tick
from governance.casework.enums import Grade, Kind, Limit, Tick
from governance.casework.models import Case, RuleSet, RuleSetInForce, Supervision, WarningLetter
from governance.casework.rulebook import RuleBook
from governance.kernel.copying import update_rows
from governance.kernel.days import local_date

YONGNING = "640121"  # 永宁县 tries the four levels of seven days
SINCE, TRIAL_DAYS = date(2025, 1, 1), 10
GRADES = {Tick.YELLOW: Grade.YELLOW, Tick.RED: Grade.RED}
ANSWERS = (
    "当事人外出，已约定周末见面",
    "需要的鉴定刚出结果，本周安排调解",
    "换人承办耽误，已明确专人，三天内办结",
)
COLUMNS = ["id", "limit", "rule_id", "limit_began_at", "tick_at", "grade"]


def make_supervision(city: City) -> None:
    """After every case is there: from now on their clocks act by themselves."""
    _put_in_force(city)
    cases = wind()
    _give_cards(city, cases)
    _oversee(city)


def _put_in_force(city: City) -> None:
    for code, name, since in (
        (CITY, "dispute-1-7-20", SINCE),
        (YONGNING, "dispute-four-levels", city.today - timedelta(days=TRIAL_DAYS)),
    ):
        rule_set = RuleSet.objects.get(code=name)
        placed = RuleSetInForce(rule_set=rule_set, kind=rule_set.kind, valid=(since, None))
        placed.place_in(Area.objects.get(code=code))
        placed.save()


def wind() -> list[Case]:
    """Limit, rule and next moment of every case whose clock runs."""
    book, now = RuleBook(), timezone.now()
    cases = list(
        Case.objects.open()
        .filter(paused_at=None, due_at__isnull=False)
        .select_related("owner_area")
        .defer("summary")
    )
    hard = dict(Dispute.objects.filter(case__closed_on=None).values_list("pk", "complexity"))
    for case in cases:
        begun = case.accepted_on or case.registered_on
        case.limit = Limit.HANDLE if case.handle_due_at and not case.outcome else Limit.ACCEPT
        if case.outcome:
            case.limit = Limit.FOLLOW_UP
        case.limit_began_at = datetime(begun.year, begun.month, begun.day, 9, tzinfo=ZONE)
        case.rule = book.rule(
            case.kind, case.limit, complexity=hard.get(case.pk, ""), level=case.level_id,
            area_code=case.area_code, day=begun,
        )  # fmt: skip
        case.tick_at = next_tick(case, after=now)
    return cases


def _give_cards(city: City, cases: list[Case]) -> None:
    """What the rules gave until today. Most was answered and lifted; the last of a case may still be open."""
    dice, now = chance("cards"), timezone.now()
    given = []
    for case in cases:
        come = [(tick, moment) for tick, moment in card_moments(case).items() if moment <= now]
        for number, (tick, moment) in enumerate(come, start=1):
            is_open = number == len(come) and dice.random() < 0.25
            given.append(_card(city, case, tick, local_date(moment), is_open=is_open, dice=dice))
            case.grade = GRADES[tick] if is_open else Grade.NORMAL
    Supervision.objects.bulk_create(given)
    update_rows(Case, COLUMNS, ([getattr(case, name) for name in COLUMNS] for case in cases))


def _card(city: City, case: Case, tick: Tick, day: date, *, is_open: bool, dice) -> Supervision:
    card = Supervision(case=case, grade=GRADES[tick], rule=case.rule, limit=case.limit, given_on=day)
    card.limit_ended_on = local_date(case.due_at)
    card.demand = f"{case.get_limit_display()}限期已过，请说明原因和整改情况。"
    card.place_in(case.owner_area)
    if not is_open or dice.random() < 0.5:
        card.answer, card.answered_on = dice.choice(ANSWERS), min(day + timedelta(days=2), city.today)
    if not is_open:
        card.lifted_on, card.lift_reason = min(day + timedelta(days=4), city.today), "整改措施已落实"
    return card


def _oversee(city: City) -> None:
    """In the county where the demo log-in of the supervisor sits: two 督办, a letter, a leading official."""
    rows = Case.objects.open().within(JINFENG).filter(kind=Kind.DISPUTE, outcome="", paused_at=None)
    long_with_it = rows.filter(accepted_on__lt=city.today - timedelta(days=TRIAL_DAYS), grade=Grade.NORMAL)
    below = long_with_it.filter(level__in=[Level.COMMUNITY, Level.TOWNSHIP])
    first, second, grave = below.select_related("owner_area", "area").order_by("-accepted_on", "id")[:3]
    supervisor = city.people[("centre_supervisor", JINFENG)]
    for case, grade, demand in (
        (first, Grade.NORMAL, "当事人已两次到区里反映，请三天内约双方见面，报办理方案"),
        (second, Grade.YELLOW, "长时间没有进展，请明确承办人和办结日期，书面说明原因"),
    ):
        given = Supervision(case=case, grade=grade, demand=demand, given_by_id=supervisor)
        given.given_on = city.today - timedelta(days=1)
        given.reply_by = city.today + timedelta(days=2)
        given.place_in(case.owner_area)
        given.save()
        case.grade = grade
        case.save(update_fields=["grade"])
    _warn(city, grave, supervisor)


def _warn(city: City, case: Case, supervisor: int) -> None:
    Dispute.objects.filter(pk=case.pk).update(risk=Risk.HIGH)
    letter = WarningLetter(case=case, sent_by_id=supervisor, sent_on=city.today)
    letter.number = draw_number(case.area, *LETTERS)
    letter.text = (
        f"{case.number}「{case.title}」判定为高风险：双方情绪激动，一方扬言采取过激行为。"
        "请立即研判，落实包案领导和稳控措施，三个工作日内书面答复。"
    )
    letter.place_in(case.owner_area)
    letter.save()
    case.lead_post_id = city.posts[("street_deputy", case.area_code[:9])]
    case.save(update_fields=["lead_post"])
