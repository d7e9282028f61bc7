"""Shared courts in every township; the cases courts delegated, and a judge asked about two of them."""

from collections import defaultdict
from datetime import timedelta
from itertools import count

from demo.chance import chance
from demo.city import SHANGHAI_WEST, City
from disputes.enums.court import DelegationResult
from disputes.models import CourtCollaboration, CourtDelegation, Dispute, SharedCourt
from governance.areas.models import Area
from governance.casework.enums import Kind, Outcome, Source
from governance.casework.models import Case

DAYS = ["每周一上午", "每周二下午", "每周三全天", "每周四下午", "每月第二、四周周五上午"]
COURT = "金凤区人民法院"
LENT, FIRST_NUMBER = timedelta(days=30), 501  # how long a court lends a case; lower numbers went elsewhere
RESULTS = {Outcome.RESOLVED: DelegationResult.AGREED, Outcome.REDIRECTED: DelegationResult.WITHDRAWN}
# Question, answer (empty: still waited for), days since the court sent the case, days until it goes back.
DELEGATED = [
    ("租约到期后租客继续居住，押金能否抵作占用费？", "", 9, 21),
    (
        "口头约定的装修尾款没有验收单，诉讼时效从何时起算？",
        "没有约定付款日的，从催告后的合理期限届满起算三年。建议先由双方确认完工日期，再谈分期。",
        26,
        4,
    ),
]


def make_court(city: City) -> None:
    _shared_courts(city)
    _asked_about(city)
    _delegations(city)


def _shared_courts(city: City) -> None:
    dice = chance("court")
    rows = []
    for area in Area.objects.filter(level="township").order_by("code"):
        row = SharedCourt(
            name=f"{area.name}共享法庭",
            place=f"{area.name}综治中心调解室",
            judge_post_id=city.posts[("judge", area.code)],
            schedule=f"{dice.choice(DAYS)}，其他时间电话预约",
        )
        row.place_in(area)
        rows.append(row)
    SharedCourt.objects.bulk_create(rows)


def _asked_about(city: City) -> None:
    """Two of the street office's open disputes were sent by the court."""
    mine = Case.objects.filter(
        area_code__startswith=SHANGHAI_WEST, state="mediating", late_on=None, kind="dispute"
    )
    ids = list(mine.order_by("-id").values_list("pk", flat=True)[: len(DELEGATED)])
    Case.objects.filter(pk__in=ids).update(source=Source.COURT)
    mediator = city.people[("mediator", SHANGHAI_WEST)]
    for number, (pk, row) in enumerate(zip(ids, DELEGATED, strict=False), start=1):
        question, answer, sent, left = row
        asked_on = city.today - timedelta(days=min(sent, 2))
        dispute = Dispute.objects.get(pk=pk)
        CourtDelegation.objects.create(
            dispute=dispute,
            court=COURT,
            external_number=f"（{city.today.year}）宁0106诉前调{410 + number}号",
            delegated_on=city.today - timedelta(days=sent),
            return_by=city.today + timedelta(days=left),
        )
        CourtCollaboration.objects.create(
            dispute=dispute,
            judge_post_id=city.posts[("judge", SHANGHAI_WEST)],
            question=question,
            asked_on=asked_on,
            asked_by_id=mediator,
            answer=answer,
            answered_on=city.today if answer else None,
        )


def _delegations(city: City) -> None:
    """Every other case that came from a court came under its number, and what is closed went back."""
    numbers = defaultdict(lambda: count(FIRST_NUMBER))
    sent = Case.objects.filter(kind=Kind.DISPUTE, source=Source.COURT, dispute__delegation=None)
    CourtDelegation.objects.bulk_create(
        (_delegation(city, case, numbers) for case in sent.order_by("registered_on", "id")), batch_size=1000
    )


def _delegation(city: City, case: Case, numbers: dict) -> CourtDelegation:
    county, day = case.area_code[:6], case.registered_on
    number = next(numbers[county, day.year])
    return CourtDelegation(
        dispute_id=case.pk,
        court=f"{city.names[county]}人民法院",
        external_number=f"（{day.year}）宁{county[2:]}诉前调{number}号",
        delegated_on=day,
        return_by=day + LENT,
        result=RESULTS.get(case.outcome, DelegationResult.FAILED) if case.closed_on else "",
        returned_on=case.closed_on,
    )
