"""Addresses outside that are told of issued briefs: once, signed, of no person, and never inside our own network."""

import hmac
import json
from datetime import timedelta
from ipaddress import ip_network

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from governance.dispatch import actions
from governance.dispatch.models import HookDelivery, Notice, Webhook
from governance.dispatch.senders.addresses import allowed_address
from governance.dispatch.senders.faults import Undeliverable, Unreachable
from governance.dispatch.tasks import forget_events, push_events
from governance.kernel.errors import Refused
from tests.factories.dispatch_briefs import make_brief, make_issued_brief, make_minuted
from tests.factories.people import make_user
from tests.factories.receivers import make_certificate, receiver

BOTH = ["brief.issued", "correction.issued"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def _loopback(settings, certificate):
    settings.WEBHOOK_NETWORKS = [ip_network("127.0.0.0/8"), ip_network("::1/128")]
    settings.WEBHOOK_CA = str(certificate)
    settings.OFFICE_URL = "https://sz.example.gov.cn"


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def officer(county):
    return make_user("county_official", county)


def registered(officer, county, url: str, **fields) -> tuple[Webhook, str]:
    said = {"name": "数据局", "events": BOTH} | fields
    return actions.register_webhook(by=officer, area=county, url=url, **said)


def log(hook: Webhook) -> list[tuple]:
    return list(hook.deliveries.order_by("pk").values_list("event", "state", "tries"))


@pytest.mark.usefixtures("_loopback")
def test_an_issued_brief_is_told_once_signed_and_of_no_person(county, officer, certificate):
    with receiver(certificate) as server:
        hook, secret = registered(officer, county, server.url)
        brief = make_issued_brief(county, by=officer)
        push_events()
        push_events()

    ((headers, body),) = server.came
    moment, signed = (part.split("=")[1] for part in headers["X-Shanzhi-Signature"].split(","))
    assert signed == hmac.new(secret.encode(), f"{moment}.".encode() + body, "sha256").hexdigest()
    assert headers["X-Shanzhi-Event"] == "brief.issued"
    sent = HookDelivery.objects.get()
    assert headers["Idempotency-Key"] == str(sent.key)
    assert json.loads(body) == {
        "event": "brief.issued",
        "key": str(sent.key),
        "kind": "minutes",
        "number": f"{brief.issue_year}-{brief.issue_no}",
        "area": {"code": "990101", "name": county.name},
        "link": f"https://sz.example.gov.cn/dispatch/briefs/{brief.pk}/",
    }
    assert (log(hook), sent.status) == ([("brief.issued", "sent", 1)], 200)
    assert secret not in str(Webhook.objects.values())


@pytest.mark.usefixtures("_loopback")
def test_only_papers_of_its_area_and_after_it_was_registered_are_told(county, officer, country):
    make_issued_brief(county, by=officer)
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        hook, _secret = registered(officer, county, "https://localhost:9/x")
        other = make_user("county_official", country["990102"])
        make_issued_brief(country["990102"], by=other)
        actions.plan_events(timezone.now())
    assert HookDelivery.objects.count() == 0
    assert hook.is_live


@pytest.mark.usefixtures("_loopback")
def test_a_refused_event_is_tried_again_later_under_its_key(county, officer, certificate):
    now = timezone.now()
    with receiver(certificate, 500, 302, 204) as server:
        hook, _secret = registered(officer, county, server.url)
        make_issued_brief(county, by=officer)
        for minutes in (1, 1.5, 3, 10):
            with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
                push_events()
    assert [headers["Idempotency-Key"] for headers, _body in server.came] == [
        str(HookDelivery.objects.get().key)
    ] * 3
    assert log(hook) == [("brief.issued", "sent", 3)]
    hook.refresh_from_db()
    assert hook.failing_since is None


@pytest.mark.usefixtures("_loopback")
def test_an_address_that_fails_for_days_is_stopped_and_its_office_told(county, officer):
    hook, _secret = registered(officer, county, "https://localhost:9/closed")
    make_issued_brief(county, by=officer)
    now = timezone.now()
    for hours in range(1, 80, 4):
        with time_machine.travel(now + timedelta(hours=hours), tick=False):
            push_events()
    hook.refresh_from_db()
    assert (hook.is_live, "连不上接收地址" in hook.stopped_because) == (False, True)
    told = Notice.objects.get(kind="webhook.stopped")
    assert (told.area, "已自动停用" in told.body) == (county, True)

    with pytest.raises(Refused, match="已停用"):
        actions.try_webhook(hook, by=officer)
    actions.resume_webhook(hook, by=officer)
    hook.refresh_from_db()
    assert (hook.is_live, hook.failing_since) == (True, None)


@pytest.mark.usefixtures("_loopback")
def test_one_address_that_fails_holds_up_no_other(county, officer, certificate):
    dead, _secret = registered(officer, county, "https://localhost:9/closed")
    with receiver(certificate) as server:
        well, _secret = registered(officer, county, server.url)
        cycle = make_minuted(county, by=officer)
        for kind in ("minutes", "items"):
            actions.issue_brief(make_brief(county, kind, by=officer, cycle=cycle), by=officer)
        push_events()
    assert log(well) == [("brief.issued", "sent", 1)] * 2
    assert log(dead) == [("brief.issued", "waiting", 1), ("brief.issued", "waiting", 0)]


@pytest.mark.usefixtures("_loopback")
def test_a_kill_between_answer_and_commit_sends_the_same_key_again(county, officer, certificate, monkeypatch):
    with receiver(certificate) as server:
        hook, _secret = registered(officer, county, server.url)
        actions.try_webhook(hook, by=officer)
        with monkeypatch.context() as killed:
            killed.setattr("governance.dispatch.actions.webhook_sending.move", _die)
            with pytest.raises(KeyboardInterrupt):
                actions.send_events()
        assert log(hook) == [("test", "waiting", 0)]
        actions.send_events()
    keys = {headers["Idempotency-Key"] for headers, _body in server.came}
    assert (len(server.came), len(keys), log(hook)) == (2, 1, [("test", "sent", 1)])


def _die(*args, **options):
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/x", "https://localhost/x", "https://[::1]/x", "https://10.1.2.3/x",
        "https://192.168.0.1/", "https://169.254.169.254/latest", "https://0.0.0.0/", "https://[::ffff:10.0.0.1]/",
        "https://[fd00::1]/", "https://100.64.0.1/", "https://224.0.0.1/", "http://93.184.216.34/",
        "ftp://93.184.216.34/", "https://user:word@93.184.216.34/", "https:///x", "https://93.184.216.34:99999/",
    ],
)  # fmt: skip
def test_what_is_not_outside_is_not_called(url, settings):
    settings.WEBHOOK_NETWORKS = []
    with pytest.raises(Undeliverable):
        allowed_address(url)


def test_the_intranet_is_open_where_the_setting_says_so(settings):
    settings.WEBHOOK_NETWORKS = [ip_network("10.1.0.0/16")]
    assert allowed_address("https://10.1.2.3:8443/x") == ("10.1.2.3", 8443)
    with pytest.raises(Undeliverable):
        allowed_address("https://10.2.2.3/x")
    with pytest.raises(Unreachable):
        allowed_address("https://nowhere.invalid/x")


@pytest.mark.usefixtures("_loopback")
def test_a_certificate_nobody_trusts_is_no_way_to_send(county, officer, certificate, settings):
    settings.WEBHOOK_CA = ""
    with receiver(certificate) as server:
        hook, _secret = registered(officer, county, server.url)
        actions.try_webhook(hook, by=officer)
        actions.send_events()
    assert (server.came, log(hook)) == ([], [("test", "given_up", 1)])
    actions.resend_event(hook.deliveries.get(), by=officer)
    assert log(hook) == [("test", "waiting", 0)]


def test_who_may_not_issue_registers_nothing(county, officer, country):
    with pytest.raises(PermissionDenied):
        registered(make_user("grid_worker", country["990101001001001"]), county, "https://93.184.216.34/")
    with pytest.raises(PermissionDenied):
        registered(officer, country["990102"], "https://93.184.216.34/")
    registered(officer, county, "https://93.184.216.34/")
    with pytest.raises(Refused, match="已经登记过"):
        registered(officer, county, "https://93.184.216.34/")
    for number in range(9):
        registered(officer, county, f"https://93.184.216.34/{number}")
    with pytest.raises(Refused, match="最多登记 10 个"):
        registered(officer, county, "https://93.184.216.34/last")


def test_the_page_shows_the_secret_once(county, officer, client):
    client.force_login(officer)
    sent = {"area": county.code, "name": "数据局", "url": "https://93.184.216.34/hook", "events": BOTH}
    made = client.post("/dispatch/webhooks/new/", sent).content.decode()
    hook = Webhook.objects.get()
    secret = hook.open_value("secret")
    assert secret in made
    again = client.post("/dispatch/webhooks/new/", sent)
    assert (again.status_code, "已经登记过" in again.content.decode()) == (400, True)
    closed = client.post("/dispatch/webhooks/new/", sent | {"url": "https://127.0.0.1/"})
    assert (closed.status_code, "没有开放的内网" in closed.content.decode()) == (400, True)

    page = f"/dispatch/webhooks/{hook.pk}/"
    assert client.post(f"{page}test/").status_code == 302
    shown = client.get(page).content.decode()
    assert (secret in shown, "测试" in shown, "数据局" in client.get("/dispatch/webhooks/").content.decode()) == (
        False, True, True,
    )  # fmt: skip
    assert client.post(f"{page}stop/").status_code == 302
    assert client.post(f"{page}stop/").status_code == 409
    assert client.post(f"{page}explode/").status_code == 404


def test_the_interface_says_the_same(county, officer, client):
    client.force_login(officer)
    path, post = "/api/v1/dispatch-webhooks/", {"content_type": "application/json"}
    body = {"area": county.code, "name": "数据局", "url": "https://93.184.216.34/hook", "events": BOTH}
    made = client.post(path, body, **post)
    assert (made.status_code, made.json()["secret"][:4]) == (201, "whs_")
    assert client.post(path, body | {"url": "https://10.0.0.1/"}, **post).json()["code"] == "bad_address"
    one = f"{path}{made.json()['id']}/"
    assert client.post(f"{one}test/", **post).status_code == 200
    assert [row["event"] for row in client.get(f"{one}deliveries/").json()] == ["test"]
    assert client.post(f"{one}stop/", **post).json()["stopped_at"]
    assert client.post(f"{one}test/", **post).json()["code"] == "webhook_stopped"
    assert client.post(f"{one}resume/", **post).json()["stopped_at"] is None
    assert "secret" not in client.get(one).json()


def test_the_log_is_kept_for_ninety_days(county, officer):
    hook, _secret = registered(officer, county, "https://93.184.216.34/")
    sent = actions.try_webhook(hook, by=officer)
    HookDelivery.objects.filter(pk=sent.pk).update(
        state="sent", created_at=timezone.now() - timedelta(days=91)
    )
    forget_events()
    assert HookDelivery.objects.count() == 0
