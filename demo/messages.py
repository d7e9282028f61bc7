"""The log of a city whose ways out were open for a while: most messages went out, some met a wrong number."""

import uuid
from datetime import datetime, timedelta

from django.utils import timezone

from demo.chance import chance
from demo.city import City
from governance.dispatch.enums import Channel, DeliveryState, Right
from governance.dispatch.models import Delivery, Notice, NoticeKind
from governance.dispatch.rules import kind_of
from governance.people.models import PostHolding

_NOTICES = 60
_MASKED = {
    Channel.MAIL: "{}***@example.gov.cn",
    Channel.SMS: "139****{:04d}",
    Channel.WECOM: "Y***{}",
    Channel.DINGTALK: "{}***1",
}
_WRONG = {
    Channel.MAIL: "邮件服务器不收这个地址，请核对接收地址。（550）",
    Channel.SMS: "电话号码不能收短信，请核对接收地址。（isv.MOBILE_NUMBER_ILLEGAL）",
    Channel.WECOM: "没有填写企业微信接收地址，请本人在“我的通知设置”里填写。",
    Channel.DINGTALK: "没有填写钉钉接收地址，请本人在“我的通知设置”里填写。",
}


def make_messages(city: City) -> None:
    dice, kinds = chance("messages"), list(NoticeKind.objects.all())
    notices = list(Notice.objects.filter(planned_at=None).order_by("-created_at", "-pk")[:_NOTICES])
    holdings = PostHolding.objects.live_on(city.today).filter(
        area__in={notice.area_id for notice in notices}, post__role__rights__contains=[Right.VIEW]
    )
    seated: dict[int, list[int]] = {}
    for area, person in holdings.order_by("pk").values_list("area_id", "user_id"):
        seated.setdefault(area, []).append(person)
    rows = [
        _row(notice, kind, person, channel, dice)
        for notice in notices
        for person in sorted(set(seated.get(notice.area_id, [])))[:2]
        if (kind := kind_of(notice.kind, kinds))
        for channel in dice.sample(kind.channels, 2)
    ]
    Delivery.objects.bulk_create(rows)
    Notice.objects.filter(planned_at=None).update(planned_at=timezone.now())


def _row(notice: Notice, kind: NoticeKind, person: int, channel: str, dice) -> Delivery:
    made = min(notice.created_at, timezone.now()) + timedelta(seconds=dice.randint(1, 5))
    is_wrong = dice.random() < 0.08
    return Delivery(
        area_id=notice.area_id,
        area_code=notice.area_code,
        notice=notice,
        kind=kind,
        person_id=person,
        channel=channel,
        state=DeliveryState.FAILED if is_wrong else DeliveryState.SENT,
        key=uuid.UUID(int=dice.getrandbits(128), version=4),
        created_at=made,
        asked_at=made,
        next_at=made,
        tries=0 if is_wrong and channel in (Channel.WECOM, Channel.DINGTALK) else 1,
        sent_at=None if is_wrong else _sent(made, dice),
        error=_WRONG[channel] if is_wrong else "",
        address_masked="" if is_wrong else _MASKED[channel].format(dice.randint(1, 9)),
    )


def _sent(made: datetime, dice) -> datetime:
    return made + timedelta(seconds=dice.randint(1, 20))
