"""From a notice to what leaves the portal: who gets it by which way, once, in the end, and never at night."""

import datetime as dt
import json

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from governance.audit.models import AuditEvent
from governance.dispatch.actions import (
    forget_old_deliveries,
    gather_digests,
    plan_deliveries,
    resend,
    resend_unsent,
    send_due,
    sending,
    tell_office,
)
from governance.dispatch.enums import BACK_OFF, DeliveryState
from governance.dispatch.models import ChannelStop, Delivery, NoticeChoice
from governance.dispatch.senders.faults import Delayed, Limited, Undeliverable, Unreachable
from governance.kernel.errors import Refused
from tests.factories.casework import make_case
from tests.factories.deliveries import CHANNELS, give_addresses, make_delivery, make_kinds, make_quiet, only
from tests.factories.dispatch import make_notice
from tests.factories.people import hold, make_user

NOON = dt.datetime(2026, 11, 26, 4, tzinfo=dt.UTC)
NIGHT = dt.datetime(2026, 11, 26, 15, tzinfo=dt.UTC)  # 23:00 in Shanghai


class Desk:
    """A way out that keeps what it is given and fails as it is told."""

    def __init__(self):
        self.messages, self.faults = [], []

    def send(self, message):
        self.messages.append(message)
        if self.faults and (fault := self.faults.pop(0)):
            raise fault
        return f"ref {len(self.messages)}"


@pytest.fixture
def desk(monkeypatch):
    found = Desk()
    monkeypatch.setattr(sending, "sender_of", lambda channel: found)
    return found


@pytest.fixture(autouse=True)
def _ways(settings):
    settings.CHANNELS = CHANNELS
    settings.OFFICE_URL = "https://sz.example.gov.cn"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as found:
        yield found


@pytest.fixture
def city(country):
    return country["9901"]


def states(**wanted) -> list:
    return list(Delivery.objects.filter(**wanted).order_by("pk").values_list("channel", "state"))


def test_plan_reaches_those_who_sit_in_the_office_by_every_way_of_the_kind(city, clock, settings):
    make_kinds()
    settings.CHANNELS = only("mail", "sms")
    here, other = make_user("city_official", city), make_user("city_official", city)
    make_user("auditor", city)  # sits there too and may not read notices
    former = make_user("city_official", city, until=dt.date(2026, 11, 1))
    make_notice(city, kind="case.late")

    assert plan_deliveries(timezone.now()) == 1

    found = set(Delivery.objects.values_list("person_id", "channel", "state"))
    assert found == {(p.pk, way, "waiting") for p in (here, other) for way in ("mail", "sms")}
    assert former.pk not in {person for person, _way, _state in found}


def test_plan_of_a_notice_to_a_seat_reaches_its_holder_alone(city, clock, settings):
    make_kinds()
    settings.CHANNELS = only("mail")
    person = make_user("city_official", city)
    make_user("city_official", city)
    make_notice(city, kind="case.late", post=person.live_holdings[0].post)

    plan_deliveries(timezone.now())

    assert list(Delivery.objects.values_list("person_id", flat=True)) == [person.pk]


def test_plan_run_again_or_twice_plans_nothing_twice(city, clock):
    make_kinds()
    person = make_user("city_official", city)
    hold(person, "city_official", city)  # two seats of one person
    make_notice(city, kind="case.late")

    plan_deliveries(timezone.now())
    assert plan_deliveries(timezone.now()) == 0

    assert Delivery.objects.count() == 4


def test_a_kind_goes_by_its_own_ways_and_an_unknown_one_by_those_of_the_rest(city, clock):
    make_kinds()
    make_user("city_official", city)
    make_notice(city, kind="case.near", period="a")
    make_notice(city, kind="something.new", period="b")

    plan_deliveries(timezone.now())

    found = Delivery.objects.values_list("kind__code", "channel").order_by("kind__position", "channel")
    assert list(found) == [(code, way) for code in ("near", "other") for way in ("dingtalk", "mail", "wecom")]


def test_a_way_that_is_off_plans_nothing(city, clock, settings):
    make_kinds()
    settings.CHANNELS = only()
    make_user("city_official", city)
    make_notice(city, kind="case.late")

    plan_deliveries(timezone.now())

    assert Delivery.objects.count() == 0


def test_what_a_person_muted_is_not_planned_but_never_all_of_what_must_be_delivered(city, clock, settings):
    kinds = make_kinds()
    settings.CHANNELS = only("mail", "sms")
    person = make_user("city_official", city)
    NoticeChoice.objects.create(person=person, kind=kinds["near"], muted=["mail"])
    NoticeChoice.objects.create(person=person, kind=kinds["overdue"], muted=["mail", "sms"])
    make_notice(city, kind="case.near")
    make_notice(city, kind="case.late")

    plan_deliveries(timezone.now())

    assert set(Delivery.objects.values_list("kind__code", "channel")) == {
        ("overdue", "mail"),
        ("overdue", "sms"),
    }


def test_at_night_a_message_waits_for_the_morning(city, desk, settings):
    make_kinds()
    settings.CHANNELS = only("sms")
    give_addresses(make_user("city_official", city))
    make_notice(city, kind="case.late")
    with time_machine.travel(NIGHT, tick=False):
        plan_deliveries(timezone.now())
        assert (send_due("sms"), states()) == (0, [("sms", "held")])
    with time_machine.travel(NIGHT + dt.timedelta(hours=7, minutes=59), tick=False):
        assert send_due("sms") == 0
    with time_machine.travel(NIGHT + dt.timedelta(hours=8), tick=False):
        assert send_due("sms") == 1


def test_a_message_that_was_late_for_the_evening_waits_too(city, desk):
    delivery = make_delivery(city, created_at=NOON, asked_at=NOON, next_at=NOON)
    make_quiet("21:00", "08:00", person=delivery.person)
    with time_machine.travel(NIGHT, tick=False):
        assert send_due("sms") == 0

    delivery.refresh_from_db()
    assert (delivery.state, delivery.next_at) == ("held", dt.datetime(2026, 11, 27, 0, tzinfo=dt.UTC))


def test_a_message_says_kind_and_number_and_nothing_of_the_matter(city, desk, clock):
    delivery = make_delivery(city)
    case = make_case(area=city, summary="王五与赵六邻里噪音纠纷，电话 13800001111")
    delivery.notice.case, delivery.notice.body = case, "王五与赵六邻里噪音纠纷"
    delivery.notice.save()

    send_due("sms")

    [message] = desk.messages
    assert (message.kind, message.number) == ("超期和升级", case.number)
    assert message.text == f"超期和升级：{case.number}。第 {delivery.notice_id} 号提醒，请登录善治查看。"
    assert message.link == f"https://sz.example.gov.cn/dispatch/notices/?id={delivery.notice_id}"
    assert "王五" not in message.full_text


def test_sent_is_kept_with_reference_and_masked_address(city, desk, clock):
    delivery = make_delivery(city)

    assert send_due("sms") == 1

    delivery.refresh_from_db()
    assert (delivery.state, delivery.reference, delivery.sent_at, delivery.tries) == (
        "sent",
        "ref 1",
        NOON,
        1,
    )
    assert (delivery.address_masked, delivery.begun_at) == ("139****1234", None)
    assert send_due("sms") == 0


def test_a_text_message_goes_to_the_telephone_of_the_account_where_no_other_is_given(city, desk, clock):
    person = make_user("city_official", city)
    person.seal_value("phone", "13700005555")
    person.save()
    make_delivery(city, person=person)

    send_due("sms")

    assert desk.messages[0].to == "13700005555"


def test_without_an_address_it_fails_with_a_sentence_and_the_other_ways_go_on(city, clock, settings):
    person = make_user("city_official", city)
    give_addresses(person, "mail")
    lacking = make_delivery(city, person=person, channel="wecom")
    make_delivery(city, person=person, channel="mail", notice=lacking.notice)

    assert (send_due("wecom"), send_due("mail")) == (0, 1)

    lacking.refresh_from_db()
    assert lacking.state == "failed"
    assert lacking.error == "没有填写企业微信接收地址，请本人在“我的通知设置”里填写。"
    assert len(mail.outbox) == 1


def test_an_account_that_was_closed_gets_nothing(city, desk, clock):
    delivery = make_delivery(city)
    delivery.person.is_active = False
    delivery.person.save()

    send_due("sms")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.error, desk.messages) == ("failed", "账号已停用。", [])


def test_what_is_refused_for_good_is_not_tried_again(city, desk, clock):
    delivery = make_delivery(city)
    desk.faults = [Undeliverable("电话号码不能收短信，请核对接收地址。", "isv.MOBILE_NUMBER_ILLEGAL")]

    send_due("sms")
    clock.shift(dt.timedelta(hours=1))
    send_due("sms")

    delivery.refresh_from_db()
    assert (delivery.state, len(desk.messages)) == ("failed", 1)
    assert delivery.error == "电话号码不能收短信，请核对接收地址。（isv.MOBILE_NUMBER_ILLEGAL）"


def test_what_is_put_off_comes_again_later_and_later_until_it_is_given_up(city, desk, clock, caplog):
    delivery = make_delivery(city)
    desk.faults = [Delayed("对方没有收下，稍后再试。", "-1") for _try in range(20)]
    keys, waits = set(), []
    for _try in range(20):
        before = timezone.now()
        send_due("sms")
        delivery.refresh_from_db()
        if delivery.state != "waiting":
            break
        keys.add(desk.messages[-1].key)
        waits.append((delivery.next_at - before).total_seconds() / 60)
        clock.move_to(delivery.next_at)

    assert tuple(waits) == BACK_OFF
    assert (delivery.state, delivery.tries, len(keys)) == ("given_up", len(BACK_OFF) + 1, 1)
    assert f"delivery {delivery.pk} given up" in caplog.text
    assert delivery.person.name not in caplog.text


def test_a_shut_way_stops_alone_and_its_messages_keep_their_tries(city, desk, clock):
    person = make_delivery(city).person
    make_delivery(city, person=person)
    other = make_delivery(city, person=person, channel="wecom")
    desk.faults = [Unreachable("连不上对方的服务器，或者对方没有及时答复。", "TimeoutError")]

    assert send_due("sms") == 0
    assert (send_due("sms"), len(desk.messages)) == (0, 1)  # stopped: nothing is tried
    assert send_due("wecom") == 1

    stop = ChannelStop.objects.get()
    assert (stop.channel, stop.until) == ("sms", NOON + dt.timedelta(minutes=1))
    assert set(Delivery.objects.filter(channel="sms").values_list("state", "tries")) == {("waiting", 0)}
    other.refresh_from_db()
    assert other.state == "sent"
    clock.shift(dt.timedelta(minutes=1))
    assert (send_due("sms"), ChannelStop.objects.count()) == (2, 0)


def test_a_way_that_stays_shut_is_tried_less_and_less_often(city, desk, clock):
    make_delivery(city)
    desk.faults = [Unreachable("连不上对方的服务器，或者对方没有及时答复。") for _try in range(9)]
    pauses = []
    for _try in range(8):
        send_due("sms")
        pauses.append((ChannelStop.objects.get().until - timezone.now()).total_seconds() / 60)
        clock.move_to(ChannelStop.objects.get().until)

    assert pauses == [1, 2, 5, 15, 30, 60, 60, 60]


def test_a_limited_way_waits_as_long_as_it_was_told(city, desk, clock):
    make_delivery(city)
    desk.faults = [Limited("对方限制了发送速度，稍后再发。", "429", seconds=120)]

    send_due("sms")
    clock.shift(dt.timedelta(seconds=119))
    assert send_due("sms") == 0
    clock.shift(dt.timedelta(seconds=1))
    assert send_due("sms") == 1


def test_what_nobody_could_carry_for_three_days_is_given_up(city, desk):
    delivery = make_delivery(city, created_at=NOON, asked_at=NOON, next_at=NOON)
    with time_machine.travel(NOON + dt.timedelta(days=3, hours=1), tick=False):
        send_due("sms")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.error, desk.messages) == ("given_up", "过了 3 天没有发出，不再发。", [])


def test_a_try_that_was_killed_comes_again_under_its_key_and_says_so(city, desk, clock):
    delivery = make_delivery(city)
    desk.faults = [KeyboardInterrupt()]  # nothing of ours is kept, as by a kill
    with pytest.raises(KeyboardInterrupt):
        send_due("sms")

    assert send_due("sms") == 1

    first, second = desk.messages
    assert (first.key, first.begun_on) == (str(delivery.key), None)
    assert (second.key, second.begun_on) == (str(delivery.key), dt.date(2026, 11, 26))
    assert first.full_text == second.full_text


def test_a_refusal_is_known_not_to_have_gone_out(city, desk, clock):
    make_delivery(city)
    desk.faults = [Delayed("对方没有收下，稍后再试。")]
    send_due("sms")
    clock.shift(dt.timedelta(minutes=1))

    send_due("sms")

    assert [message.begun_on for message in desk.messages] == [None, None]


def test_digest_is_one_message_for_all_that_waited(city, desk, clock, settings):
    kinds = make_kinds()
    settings.CHANNELS = only("sms", "wecom")
    person = make_user("city_official", city)
    give_addresses(person)
    for code in ("overdue", "near"):
        NoticeChoice.objects.create(person=person, kind=kinds[code], is_digested=True)
    for number in range(2):
        make_notice(city, kind="case.late", period=f"late {number}")
    make_notice(city, kind="case.near")
    plan_deliveries(timezone.now())

    assert (gather_digests(timezone.now()), send_due("sms"), send_due("wecom")) == (0, 0, 0)
    clock.move_to(dt.datetime(2026, 11, 26, 9, 30, tzinfo=dt.UTC))
    assert gather_digests(timezone.now()) == 2
    assert gather_digests(timezone.now()) == 0
    assert (send_due("sms"), send_due("wecom")) == (1, 1)

    by_text, by_wecom = desk.messages
    assert by_text.text == "2026年11月26日提醒汇总，共 2 条：超期和升级 2 条。请登录善治查看。"
    assert (
        by_wecom.text == "2026年11月26日提醒汇总，共 3 条：超期和升级 2 条、限期将到 1 条。请登录善治查看。"
    )
    assert by_text.link == "https://sz.example.gov.cn/dispatch/notices/?read=false"
    assert {state for _channel, state in states(notice__isnull=False)} == {"digested"}


def test_what_comes_after_the_digest_goes_with_the_next_one(city, desk, clock):
    delivery = make_delivery(city)
    late = make_delivery(city, person=delivery.person, state="held", is_for_digest=True)
    Delivery.objects.create(
        area=city, person=delivery.person, channel="sms", digest_on=dt.date(2026, 11, 26), state="sent"
    )

    assert gather_digests(timezone.now()) == 0

    late.refresh_from_db()
    assert (late.state, late.next_at) == ("held", dt.datetime(2026, 11, 26, 9, 30, tzinfo=dt.UTC))


@pytest.mark.parametrize("state", ["failed", "given_up"])
def test_an_administrator_sends_again_under_the_old_key(city, desk, clock, state):
    delivery = make_delivery(city, state=state, error="对方没有收下，稍后再试。", tries=9)
    admin = make_user("system_admin", city)

    resend(delivery, by=admin)
    send_due("sms")

    delivery.refresh_from_db()
    assert (delivery.state, desk.messages[0].key) == ("sent", str(delivery.key))
    assert AuditEvent.objects.get(action="dispatch.resend").actor_id == admin.pk


@pytest.mark.parametrize("state", sorted(set(DeliveryState) - {"failed", "given_up"}))
def test_what_is_on_its_way_or_sent_is_not_sent_again(city, state):
    delivery = make_delivery(city, state=state)

    with pytest.raises(Refused, match="不能重发"):
        resend(delivery, by=make_user("system_admin", city))


def test_everything_unsent_of_one_way_is_sent_again(city, clock):
    person = make_delivery(city, state="failed").person
    make_delivery(city, person=person, state="given_up")
    make_delivery(city, person=person, channel="mail", state="failed")
    make_delivery(city, person=person, state="sent")
    ChannelStop.objects.create(channel="sms", until=NOON + dt.timedelta(hours=1))

    assert resend_unsent("sms", by=make_user("system_admin", city)) == 2

    assert states() == [("sms", "waiting"), ("sms", "waiting"), ("mail", "failed"), ("sms", "sent")]
    assert ChannelStop.objects.count() == 0
    assert AuditEvent.objects.get(action="dispatch.resend_unsent").after == {"channel": "sms", "rows": 2}


def test_sending_again_by_a_way_that_is_off_is_refused_by_what_is_missing(city, settings):
    settings.CHANNELS = only("mail")

    with pytest.raises(Refused, match="短信没有启用，还缺设置：SMS_KEY_ID"):
        resend_unsent("sms", by=make_user("system_admin", city))


def test_sending_again_is_the_administrators(city, official):
    delivery = make_delivery(city, state="failed")

    with pytest.raises(PermissionDenied):
        resend(delivery, by=official)
    with pytest.raises(PermissionDenied):
        resend_unsent("sms", by=official)


def test_the_log_is_kept_for_a_year(city, clock):
    old = make_delivery(city, state="sent", created_at=NOON - dt.timedelta(days=366))
    make_delivery(city, person=old.person, state="sent", created_at=NOON - dt.timedelta(days=364))

    assert forget_old_deliveries(timezone.now()) == 1
    assert not Delivery.objects.filter(pk=old.pk).exists()


def test_a_notice_of_a_verb_goes_all_the_way(city, clock, settings):
    make_kinds()
    settings.CHANNELS = only("mail")
    give_addresses(make_user("city_official", city))

    tell_office(city, kind="party.term.90", key="term:1", body="某党支部任期将满")
    plan_deliveries(timezone.now())
    send_due("mail")

    [sent] = mail.outbox
    assert sent.subject.startswith("善治提醒：届满和到期")
    assert "某党支部" not in json.dumps([sent.subject, sent.body], ensure_ascii=False)
