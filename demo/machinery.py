"""What the pages about the machinery show of a portal that has run for a while: keys, webhooks, slow statements."""

import hashlib
import uuid
from datetime import datetime, timedelta
from random import Random
from secrets import token_urlsafe

from django.utils import timezone

from demo.chance import chance
from demo.city import CITY, JINFENG, City
from governance.areas.models import Area
from governance.dispatch.actions.webhooks import SECRET_PREFIX
from governance.dispatch.enums import HOOK_STOPPED_AFTER, DeliveryState, HookEvent
from governance.dispatch.models import Brief, Correction, HookDelivery, Webhook
from governance.kernel.days import local_date
from governance.kernel.scope import under
from governance.operations.models import SlowStatement
from governance.people.models import ApiToken, TokenUse

_KEY_DAYS = 30
_GROUPS = {"statistics": 420, "grids": 60, "visits": 35, "disputes": 25}  # calls of a working day
# Name, area, address, days since it was registered, whether it has been stopped because nothing arrived.
_HOOKS = [
    ("市一体化办公平台", CITY, "https://office.example/hooks/shanzhi", 60, False),
    ("金凤区数据中台", JINFENG, "https://data.example/hooks/shanzhi", 45, True),
]
_REFUSED = "对方没有收下，稍后再试。（HTTP 503）"
# Page or task, statement, how often, seconds in all, the longest.
_SLOW = [
    (
        "governance.statistics.tasks.take_nightly_snapshots",
        'INSERT INTO "statistics_snapshot" ("indicator", "code", "day", "numerator", "denominator") SELECT %s',
        14, 39.2, 4.81,
    ),
    (
        "disputes:case_list",
        'SELECT count(*) FROM "disputes_dispute" INNER JOIN "casework_case" ON ("disputes_dispute"."case_id" ='
        ' "casework_case"."id") WHERE "casework_case"."search" @@ %s',
        37, 12.6, 0.74,
    ),
    (
        "governance.files.tasks.work_on_tables",
        'SELECT "grids_visit"."id" FROM "grids_visit" WHERE "grids_visit"."area_code" >= %s ORDER BY'
        ' "grids_visit"."visited_on" DESC',
        6, 5.3, 1.12,
    ),
    (
        "statistics:categories",
        'SELECT "grids_visit"."way", count("grids_visit"."id") FROM "grids_visit" WHERE'
        ' "grids_visit"."visited_on" >= %s GROUP BY 1',
        9, 2.4, 0.38,
    ),
]  # fmt: skip


def make_machinery(city: City) -> None:
    """After all papers: a webhook is told of each issued one once."""
    _use_key(city)
    for row in _HOOKS:
        _hook(city, *row)
    now = timezone.now()
    SlowStatement.objects.bulk_create(
        SlowStatement(
            digest=hashlib.sha256(text.encode()).hexdigest()[:32],
            route=route,
            text=text,
            calls=calls,
            seconds=seconds,
            longest=longest,
            first_at=now - timedelta(days=9, hours=place),
            last_at=now - timedelta(hours=place, minutes=7),
        )
        for place, (route, text, calls, seconds, longest) in enumerate(_SLOW, start=1)
    )


def _use_key(city: City) -> None:
    """A month of the interface client: quiet at weekends, now and then an error, one day too fast."""
    dice, token = chance("token use"), ApiToken.objects.get(user__username="api")
    rows = []
    for ago in range(_KEY_DAYS, 0, -1):
        day = city.today - timedelta(days=ago)
        for group, usual in _GROUPS.items():
            calls = int(usual * dice.uniform(0.7, 1.2) * (0.2 if day.isoweekday() > 5 else 1))
            limited = dice.randint(20, 60) if group == "statistics" and ago == 11 else 0
            errors = sum(dice.random() < 0.01 for _call in range(calls))
            rows.append(
                TokenUse(token=token, day=day, group=group, calls=calls, errors=errors, limited=limited)
            )
    TokenUse.objects.bulk_create(rows)
    ApiToken.objects.filter(pk=token.pk).update(last_used_on=city.today - timedelta(days=1))


def _hook(city: City, name: str, code: str, url: str, ago: int, is_stopped: bool) -> None:
    dice, area, now = chance(f"webhook {name}"), Area.objects.get(pk=city.areas[code]), timezone.now()
    hook = Webhook(
        name=name,
        url=url,
        events=[HookEvent.BRIEF, HookEvent.CORRECTION],
        created_by_id=city.people["city_official" if code == CITY else "county_official", code],
        created_at=now - timedelta(days=ago),
        stopped_at=now - timedelta(hours=20) if is_stopped else None,
        stopped_because=_REFUSED if is_stopped else "",
    )
    hook.place_in(area)
    hook.seal_value("secret", SECRET_PREFIX + token_urlsafe(32))
    hook.save()
    until = hook.stopped_at - HOOK_STOPPED_AFTER if is_stopped else now
    rows = [
        _delivery(hook, paper, made, dice, given_up=is_stopped and place == 0)
        for place, (paper, made) in enumerate(_papers(area, until))
    ]
    HookDelivery.objects.bulk_create(rows)


def _papers(area: Area, until: datetime) -> list[tuple[Brief | Correction, datetime]]:
    """What has been issued in an area, the latest first, with its moment."""
    inside = under("area_code", area.code)
    briefs = Brief.objects.filter(inside, issued_at__lte=until)
    corrections = Correction.objects.filter(inside, issued_on__lte=local_date(until))
    found = [(brief, brief.issued_at) for brief in briefs] + [(paper, until) for paper in corrections]
    return sorted(found, key=lambda pair: (pair[1], pair[0].pk), reverse=True)


def _delivery(
    hook: Webhook, paper: Brief | Correction, made: datetime, dice: Random, *, given_up: bool
) -> HookDelivery:
    is_brief = isinstance(paper, Brief)
    return HookDelivery(
        webhook=hook,
        event=HookEvent.BRIEF if is_brief else HookEvent.CORRECTION,
        brief=paper if is_brief else None,
        correction=None if is_brief else paper,
        key=uuid.UUID(int=dice.getrandbits(128), version=4),
        area_id=hook.area_id,
        area_code=hook.area_code,
        created_at=made,
        next_at=made,
        state=DeliveryState.GIVEN_UP if given_up else DeliveryState.SENT,
        tries=9 if given_up else 1,
        sent_at=None if given_up else made + timedelta(seconds=dice.randint(1, 40)),
        status=503 if given_up else 200,
        error=_REFUSED if given_up else "",
    )
