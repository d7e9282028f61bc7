"""Each way out against what its vendor asks for and answers, recorded in files and replayed by a local server."""

import datetime as dt
import json
import smtplib
from dataclasses import replace
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache

from config.channels import channels
from config.settings import env
from governance.dispatch.senders import calls, channels_on, faults, missing_settings, sender_of
from governance.dispatch.senders import mail as by_mail
from governance.dispatch.senders.messages import Message
from governance.dispatch.senders.sms import LONGEST, cut, signature
from tests.factories.deliveries import ADDRESSES, CHANNELS, only
from tests.factories.vendors import replay, vendor

RECORDED = sorted((Path(__file__).parent / "recorded").glob("*.json"))
NEVER_TWICE = {"Signature", "SignatureNonce", "Timestamp"}
MESSAGE = Message(
    key="0b7c6c1e-5e0c-4f6a-9d5e-2f1a0c9b8d7e",
    to="",
    kind="超期和升级",
    number="2026-JF-000123",
    text="超期和升级：2026-JF-000123。第 7 号提醒，请登录善治查看。",
    link="https://sz.example.gov.cn/dispatch/notices/?id=7",
)


@pytest.fixture(autouse=True)
def _ways(settings, monkeypatch):
    settings.CHANNELS = {name: dict(found) for name, found in CHANNELS.items()}
    monkeypatch.setattr(calls, "TIMEOUT", 0.4)
    cache.clear()


def message_to(channel: str, **fields) -> Message:
    return replace(MESSAGE, to=ADDRESSES[channel], **fields)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_a_vendor_is_asked_and_understood_as_recorded(path, settings):
    said = json.loads(path.read_text())
    begun_on = said.get("begun_on") and dt.date.fromisoformat(said["begun_on"])
    message, expects = message_to(said["channel"], begun_on=begun_on), said["expects"]
    with vendor(replay(said["exchanges"])) as server:
        settings.CHANNELS[said["channel"]]["url"] = server.url
        outcome = [_try(said["channel"], message) for _time in range(expects.pop("times", 1))][-1]

    asked = [{name: found[name] for name in ("method", "path", "query", "body")} for found in server.asked]
    for found in asked:
        if isinstance(found["body"], dict):
            found["body"] = {name: value for name, value in found["body"].items() if name not in NEVER_TWICE}
    assert asked == [exchange["ask"] for exchange in said["exchanges"]]
    assert outcome == expects


def _try(channel: str, message: Message) -> dict:
    try:
        return {"reference": sender_of(channel).send(message)}
    except faults.Unsent as fault:
        found = {"fault": type(fault).__name__, "code": fault.code}
        return found | ({"seconds": fault.seconds} if isinstance(fault, faults.Limited) else {})


def test_every_call_that_sends_carries_the_key(settings):
    path = Path(__file__).parent / "recorded" / "wecom_success.json"
    with vendor(replay(json.loads(path.read_text())["exchanges"])) as server:
        settings.CHANNELS["wecom"]["url"] = server.url
        sender_of("wecom").send(message_to("wecom"))

    assert [found["key"] for found in server.asked] == ["", MESSAGE.key]


def test_a_server_that_is_not_there_is_no_fault_of_the_message():
    with pytest.raises(faults.Unreachable, match="连不上对方的服务器"):
        sender_of("sms").send(message_to("sms"))


def test_a_fault_never_repeats_what_the_vendor_wrote(settings):
    path = Path(__file__).parent / "recorded" / "sms_refused.json"
    with vendor(replay(json.loads(path.read_text())["exchanges"])) as server:
        settings.CHANNELS["sms"]["url"] = server.url
        with pytest.raises(faults.Undeliverable) as caught:
            sender_of("sms").send(message_to("sms"))

    assert caught.value.sentence == "电话号码不能收短信，请核对接收地址。（isv.MOBILE_NUMBER_ILLEGAL）"


def test_a_token_is_asked_for_once_and_lies_sealed_in_the_cache(settings):
    path = Path(__file__).parent / "recorded" / "wecom_success.json"
    token, sent = json.loads(path.read_text())["exchanges"]
    with vendor(replay([token, sent, sent])) as server:
        settings.CHANNELS["wecom"]["url"] = server.url
        for _time in range(2):
            sender_of("wecom").send(message_to("wecom"))

    assert [found["path"] for found in server.asked].count("/cgi-bin/gettoken") == 1
    assert "T1" not in cache.get("sender-token:wecom:wwtest:1000002")


def test_the_signature_is_the_vendors_own_example():
    asked = {
        "TimeStamp": "2016-02-23T12:46:24Z", "Format": "XML", "AccessKeyId": "testid",
        "Action": "DescribeRegions", "SignatureMethod": "HMAC-SHA1",
        "SignatureNonce": "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf", "Version": "2014-05-26",
        "SignatureVersion": "1.0",
    }  # fmt: skip
    asked["Timestamp"] = asked.pop("TimeStamp")

    assert signature(asked, "testsecret", method="GET") == "OLeaidS1JvxuMvnyHOwuJ+uX5qY="


@pytest.mark.parametrize(("size", "expected"), [(LONGEST, LONGEST), (LONGEST + 1, LONGEST), (400, LONGEST)])
def test_a_variable_of_a_text_message_is_cut_at_the_vendors_limit(size, expected):
    assert len(cut("超" * size)) == expected


def test_a_text_too_long_is_cut_and_its_link_stays_whole():
    text = message_to("wecom", text="超期" * 600).text_within(2048)

    assert len(text.encode()) <= 2048
    assert text.endswith(f"…\n{MESSAGE.link}")
    assert "�" not in text


def test_mail_is_known_by_its_message_id():
    reference = sender_of("mail").send(message_to("mail"))

    [sent] = mail.outbox
    assert sent.to == [ADDRESSES["mail"]]
    assert reference == sent.message()["Message-ID"] == f"<{MESSAGE.key}@example.gov.cn>"
    assert sent.message()["Auto-Submitted"] == "auto-generated"
    assert sent.body.endswith(MESSAGE.link)


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        (
            smtplib.SMTPRecipientsRefused({"w@example.cn": (550, b"no such user w@example.cn")}),
            "Undeliverable",
            "550",
        ),
        (smtplib.SMTPRecipientsRefused({"w@example.cn": (450, b"greylisted")}), "Delayed", "450"),
        (smtplib.SMTPDataError(452, b"too many"), "Limited", "452"),
        (smtplib.SMTPDataError(554, b"spam"), "Undeliverable", "554"),
        (smtplib.SMTPAuthenticationError(535, b"bad password"), "Unreachable", "SMTPAuthenticationError"),
        (ConnectionRefusedError(111, "refused"), "Unreachable", "ConnectionRefusedError"),
    ],
)
def test_what_a_mail_server_says_is_understood(monkeypatch, fault, kind, code):
    def refuse(self, fail_silently=False):
        raise fault

    monkeypatch.setattr(by_mail.EmailMessage, "send", refuse)

    outcome = _try("mail", message_to("mail"))

    assert (outcome["fault"], outcome["code"]) == (kind, code)


def test_a_way_without_its_settings_is_off_and_says_what_is_missing(settings):
    settings.CHANNELS = only("mail")

    assert channels_on() == ["mail"]
    assert missing_settings("sms") == ["SMS_KEY_ID"]


def test_ways_are_set_by_the_environment(monkeypatch):
    monkeypatch.setenv("WECOM_AGENT_ID", "1000007")
    monkeypatch.setenv("MAIL_SECURITY", "starttls")
    monkeypatch.setenv("SMS_URL", "https://sms.city.example/")

    found = channels(env)

    assert found["wecom"]["agent_id"] == "1000007"
    assert found["mail"]["port"] == 587
    assert found["sms"]["url"] == "https://sms.city.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [("WECOM_AGENT_ID", "seven"), ("MAIL_SECURITY", "tls"), ("SMS_URL", "sms.example"), ("MAIL_PORT", "0")],
)
def test_nonsense_in_the_settings_stops_the_start(monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    with pytest.raises(ValueError, match=name):
        channels(env)
