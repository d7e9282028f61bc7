"""What a person wants to be told, and the log of what left the portal: pages and API say and refuse the same."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.audit.models import AuditEvent
from governance.dispatch.actions import choose_notices, load_notice_hours, load_notice_kinds
from governance.dispatch.enums import Recipient
from governance.dispatch.hours import Hours
from governance.dispatch.ladders import ladders
from governance.dispatch.models import (
    ChannelStop,
    ContactAddress,
    Delivery,
    NoticeChoice,
    NoticeHours,
    NoticeKind,
)
from governance.dispatch.rules import kind_of
from governance.kernel.errors import Refused
from tests.factories.deliveries import CHANNELS, give_addresses, make_delivery, make_kinds, make_quiet, only
from tests.factories.people import make_user

CITY = Hours(dt.time(22), dt.time(7), dt.time(17, 30))
WIDER = Hours(dt.time(20), dt.time(8), dt.time(12))


@pytest.fixture(autouse=True)
def _ways(settings):
    settings.CHANNELS = CHANNELS


@pytest.fixture
def kinds(db):
    return make_kinds()


@pytest.fixture
def admin(country):
    return make_user("system_admin", country["9901"])


def settings_form(**changed) -> dict:
    form = {"quiet_from": "22:00", "quiet_until": "07:00", "digest_at": "17:30"}
    for kind in NoticeKind.objects.all():
        form[f"ways_{kind.code}"] = kind.channels
    return form | changed


@pytest.mark.parametrize(
    ("begin", "end", "clock", "quiet"),
    [
        ("22:00", "07:00", "22:00", True), ("22:00", "07:00", "21:59", False), ("22:00", "07:00", "06:59", True),
        ("22:00", "07:00", "07:00", False), ("12:00", "14:00", "13:00", True), ("12:00", "14:00", "23:00", False),
        ("08:00", "08:00", "08:00", False),
    ],
)  # fmt: skip
def test_quiet_hours_run_over_midnight(begin, end, clock, quiet):
    hours = Hours(dt.time.fromisoformat(begin), dt.time.fromisoformat(end), dt.time(17, 30))

    assert hours.is_quiet_at(dt.time.fromisoformat(clock)) is quiet


@pytest.mark.parametrize(
    ("begin", "end", "covers"),
    [
        ("22:00", "07:00", True), ("20:00", "08:00", True), ("22:00", "06:00", False), ("23:00", "08:00", False),
        ("00:00", "07:00", False), ("12:00", "10:00", True),
    ],
)  # fmt: skip
def test_hours_may_be_widened_only(begin, end, covers):
    own = Hours(dt.time.fromisoformat(begin), dt.time.fromisoformat(end), dt.time(17, 30))

    assert own.covers(CITY) is covers


def test_a_preset_loaded_again_keeps_the_ways_that_were_changed(kinds):
    NoticeKind.objects.filter(code="near").update(channels=["mail"])

    make_kinds()

    assert NoticeKind.objects.get(code="near").channels == ["mail"]
    assert NoticeKind.objects.count() == 7


def test_hours_of_the_city_come_with_its_preset_once(db):
    load_notice_hours([{"quiet_from": "21:30", "quiet_until": "07:30", "digest_at": "18:00"}])
    load_notice_hours([{"quiet_from": "23:00", "quiet_until": "05:00", "digest_at": "18:00"}])

    assert NoticeHours.of_city() == Hours(dt.time(21, 30), dt.time(7, 30), dt.time(18))


def test_choices_are_kept_on_record(official, kinds):
    choose_notices(by=official, hours=WIDER, choices={"near": {"muted": ["mail"], "is_digested": True}})

    assert NoticeHours.of(official.pk) == WIDER
    chosen = NoticeChoice.objects.get()
    assert (chosen.kind.code, chosen.muted, chosen.is_digested) == ("near", ["mail"], True)
    event = AuditEvent.objects.get(action="dispatch.choose_notices")
    assert (event.before["quiet"], event.after["quiet"]) == ("22:00-07:00", "20:00-08:00")


def test_going_back_to_what_the_city_says_leaves_no_row(official, kinds):
    choose_notices(by=official, hours=WIDER, choices={"near": {"muted": ["mail"], "is_digested": False}})

    choose_notices(by=official, hours=CITY, choices={"near": {"muted": [], "is_digested": False}})

    assert (NoticeHours.objects.count(), NoticeChoice.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        (Hours(dt.time(23), dt.time(6), dt.time(12)), "quiet_too_short"),
        (Hours(dt.time(12), dt.time(7), dt.time(11)), "quiet_too_long"),
        (Hours(dt.time(22), dt.time(7), dt.time(23)), "digest_in_quiet"),
    ],
)
def test_hours_that_would_not_do_are_refused(official, kinds, hours, code):
    with pytest.raises(Refused) as refused:
        choose_notices(by=official, hours=hours, choices={})

    assert (refused.value.code, NoticeHours.objects.count()) == (code, 0)


def test_what_must_be_delivered_cannot_be_silenced_but_may_wait(official, kinds):
    every = ["mail", "sms", "wecom", "dingtalk"]
    with pytest.raises(Refused, match="“超期和升级”必须送达，至少留一种发送方式"):
        choose_notices(by=official, hours=CITY, choices={"overdue": {"muted": every, "is_digested": True}})

    choose_notices(by=official, hours=CITY, choices={"overdue": {"muted": every[:3], "is_digested": True}})
    choose_notices(by=official, hours=CITY, choices={"near": {"muted": every, "is_digested": False}})

    assert NoticeChoice.objects.count() == 2


def test_only_a_way_that_is_on_counts_as_left(official, kinds, settings):
    settings.CHANNELS = only("mail")

    with pytest.raises(Refused, match="必须送达"):
        choose_notices(
            by=official, hours=CITY, choices={"overdue": {"muted": ["mail"], "is_digested": False}}
        )


def test_settings_by_their_page(client, official, kinds):
    client.force_login(official)
    page = reverse("dispatch:notice_settings")
    form = settings_form(quiet_from="21:00", ways_near=["wecom"], waits_cycle="on")

    assert 'role="switch"' in client.get(page).content.decode()
    assert client.post(page, form).status_code == 302

    assert NoticeHours.of(official.pk).quiet_from == dt.time(21)
    found = NoticeChoice.objects.order_by("kind__position").values_list("kind__code", "muted", "is_digested")
    assert list(found) == [("near", ["dingtalk", "mail"], False), ("cycle", [], True)]
    assert client.post(page, form | {"quiet_from": "25:00"}).status_code == 400
    refused = client.post(page, settings_form(quiet_from="23:00"))
    assert (refused.status_code, "只能比全市规定的 22:00—07:00 更长" in refused.content.decode()) == (
        409,
        True,
    )


def test_a_way_that_is_off_keeps_what_was_chosen_of_it(client, official, kinds, settings):
    NoticeChoice.objects.create(person=official, kind=kinds["near"], muted=["wecom"])
    settings.CHANNELS = only("mail")
    client.force_login(official)

    client.post(reverse("dispatch:notice_settings"), settings_form(ways_near=["mail"], ways_overdue=["mail"]))

    assert NoticeChoice.objects.get(kind=kinds["near"]).muted == ["wecom"]


def test_settings_without_any_way_say_so(client, official, kinds, settings):
    settings.CHANNELS = only()
    client.force_login(official)

    assert "管理员还没有启用任何发送方式" in client.get(reverse("dispatch:notice_settings")).content.decode()


def test_an_address_is_sealed_masked_and_taken_away_again(client, official):
    client.force_login(official)
    page = reverse("dispatch:address_change", args=["mail"])

    assert client.post(page, {"address": " wang@example.gov.cn "}).status_code == 302

    kept = ContactAddress.objects.get()
    assert (kept.value_masked, kept.open_value("value")) == ("w***@example.gov.cn", "wang@example.gov.cn")
    assert "wang@" not in kept.value_sealed
    settings_page = client.get(reverse("dispatch:notice_settings")).content.decode()
    assert ("w***@example.gov.cn" in settings_page, "wang@" in settings_page) == (True, False)
    assert "wang@" not in json.dumps(list(AuditEvent.objects.values("before", "after", "object_label")))
    client.post(page, {"address": ""})
    assert ContactAddress.objects.count() == 0


@pytest.mark.parametrize(
    ("channel", "address", "words"),
    [
        ("mail", "wang", "这不是邮件地址"),
        ("mail", "wang@example.cn\r\nBcc: x@y.cn", "这不是邮件地址"),
        ("sms", "0951-1234567", "11 位手机号码"),
        ("wecom", "王五|@all", "账号只能有字母"),
        ("dingtalk", "a,b", "账号只能有字母"),
    ],
)
def test_an_address_that_cannot_be_is_refused_in_one_sentence(client, official, channel, address, words):
    client.force_login(official)
    page = client.post(reverse("dispatch:address_change", args=[channel]), {"address": address})
    rest = client.post(
        reverse("notice-setting-address"),
        {"channel": channel, "address": address},
        content_type="application/json",
    )

    assert (page.status_code, rest.status_code, ContactAddress.objects.count()) == (400, 400, 0)
    assert words in page.content.decode()
    assert words in rest.content.decode()


def test_settings_over_rest(client, official, kinds):
    client.force_login(official)
    body = {
        "quiet_from": "21:00", "quiet_until": "07:00", "digest_at": "18:00",
        "kinds": [{"code": "near", "muted": ["mail"], "is_digested": True}],
    }  # fmt: skip

    said = client.post(reverse("notice-setting-choose"), body, content_type="application/json").json()
    near = next(kind for kind in said["kinds"] if kind["code"] == "near")
    silent = {**body, "kinds": [{"code": "overdue", "muted": ["mail", "sms", "wecom", "dingtalk"]}]}
    refused = client.post(reverse("notice-setting-choose"), silent, content_type="application/json")

    assert (said["quiet_from"], near["muted"], near["is_digested"]) == ("21:00:00", ["mail"], True)
    assert client.get(reverse("notice-setting-list")).json() == said
    assert (refused.status_code, refused.json()["code"]) == (409, "must_be_delivered")


def test_the_log_shows_names_and_masked_addresses_and_sends_again(client, country, admin):
    delivery = make_delivery(
        country["9901"], state="failed", error="电话号码不能收短信", address_masked="139****1234"
    )
    client.force_login(admin)
    page = client.get(reverse("dispatch:delivery_list")).content.decode()

    assert all(
        words in page for words in (delivery.person.name, "139****1234", "电话号码不能收短信", "超期和升级")
    )
    assert "24 小时内没有发出 1 条" in page
    assert "13900001234" not in page
    assert client.post(reverse("dispatch:delivery_resend", args=[delivery.pk])).status_code == 302
    delivery.refresh_from_db()
    assert delivery.state == "waiting"


def test_the_log_says_which_way_is_off_stopped_or_behind(client, country, admin, settings):
    settings.CHANNELS = only("sms", "mail")
    settings.OFFICE_URL = ""
    make_delivery(country["9901"], next_at=timezone.now() - dt.timedelta(hours=1))
    ChannelStop.objects.create(
        channel="mail", until=timezone.now() + dt.timedelta(minutes=5), error="连不上邮件服务器。"
    )
    client.force_login(admin)
    page = client.get(reverse("dispatch:delivery_list")).content.decode()

    assert "<code>WECOM_SECRET</code>" in page
    assert "连不上邮件服务器。" in page
    assert "待发 1 条" in page
    assert "没有设置 OFFICE_URL" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 3), ({"channel": "sms"}, 2), ({"state": "sent"}, 1), ({"unsent": "true"}, 1), ({"kind": "overdue"}, 3),
        ({"kind": "near"}, 0), ({"made_from": "2999-01-01"}, 0), ({"made_to": "2999-01-01"}, 3),
    ],
)  # fmt: skip
def test_page_and_rest_filter_the_log_alike(client, country, admin, query, count):
    person = make_delivery(country["9901"]).person
    make_delivery(country["9901"], person=person, channel="mail", state="sent")
    make_delivery(country["9901"], person=person, state="given_up")
    client.force_login(admin)

    assert client.get(reverse("dispatch:delivery_list"), query).content.decode().count("data-row") == count
    assert len(client.get(reverse("delivery-list"), query).json()["results"]) == count


def test_the_log_over_rest(client, country, admin):
    delivery = make_delivery(country["9901"], state="failed")
    client.force_login(admin)

    [row] = client.get(reverse("delivery-list")).json()["results"]
    assert (row["person_name"], row["kind_code"]) == (delivery.person.name, "overdue")
    assert client.get(reverse("delivery-ways")).json()[1]["failed_in_a_day"] == 1
    sent = client.post(reverse("delivery-resend", args=[delivery.pk]))
    assert sent.json()["state"] == "waiting"
    again = client.post(reverse("delivery-resend", args=[delivery.pk]))
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")
    every = client.post(
        reverse("delivery-resend-unsent"), {"channel": "sms"}, content_type="application/json"
    )
    assert every.json() == {"count": 0}


def test_a_log_of_one_and_of_three_asks_the_database_alike(client, country, admin):
    client.force_login(admin)
    person = make_delivery(country["9901"], state="failed").person
    client.get(reverse("dispatch:delivery_list"))
    counts = []
    for _more in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("dispatch:delivery_list"))
        counts.append(len(asked))
        for _number in range(2):
            make_delivery(country["9901"], person=person, state="failed")

    assert counts[0] == counts[1]


def test_a_notice_is_found_by_the_number_in_its_message(client, country, official):
    wanted = make_delivery(country["9901"], person=official).notice
    make_delivery(country["9901"], person=official)
    client.force_login(official)

    page = client.get(reverse("dispatch:notice_list"), {"id": wanted.pk}).content.decode()

    assert page.count("data-row>") == 1


def test_who_has_no_addresses_or_choices_reads_the_citys(official, kinds):
    make_quiet("21:00", "08:00")

    assert NoticeHours.of(official.pk).quiet_from == dt.time(21)


def test_addresses_of_others_stay_theirs(client, official, stranger):
    give_addresses(stranger)
    client.force_login(official)

    assert "139****1234" not in client.get(reverse("dispatch:notice_settings")).content.decode()
    assert Delivery.objects.count() == 0


def test_what_a_ladder_tells_one_level_up_must_be_delivered(kinds):
    above = [kind_of(ladder.kind("above"), kinds.values()) for ladder in ladders()]
    own = [kind_of(ladder.kind("office"), kinds.values()) for ladder in ladders()]

    assert {kind.code for kind in above} == {"overdue"}
    assert {kind.code for kind in own} == {"near", "terms"}


def test_unknown_kinds_of_a_preset_are_data(db):
    row = {
        "code": "extra", "name": "另一类", "about": "", "prefixes": ["x."], "channels": ["mail"],
        "is_compulsory": False, "position": 9,
    }  # fmt: skip
    load_notice_kinds([row])

    assert NoticeKind.objects.get().name == "另一类"


def test_what_falls_due_is_of_a_kind_of_its_own_and_one_level_up_it_cannot_be_silenced(db):
    rows = json.loads((Path(settings.BASE_DIR) / "config/presets/base/notice_kinds.json").read_text())
    kinds = [NoticeKind(**row) for row in rows]

    of = {
        ladder.kind(recipient): kind_of(ladder.kind(recipient), kinds)
        for ladder in ladders()
        for recipient in Recipient
    }

    assert not [kind for kind, found in of.items() if found.code == "other"]
    assert [found.is_compulsory for kind, found in of.items() if kind.endswith(".up")] == [True] * len(
        ladders()
    )
