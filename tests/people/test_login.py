from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from governance.audit.models import AuditEvent
from tests.factories.people import PASSWORD, make_user

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"


@pytest.fixture
def person(grid):
    user = make_user("grid_worker", grid)
    user.set_password(PASSWORD)
    user.save()
    return user


def log_in(client, user, password=PASSWORD):
    return client.post(LOGIN, {"username": user.username, "password": password})


def test_a_page_asks_a_stranger_to_log_in(client):
    answer = client.get("/account/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/login/?next=/account/")


def test_log_in_opens_the_portal_and_is_recorded(client, person):
    assert log_in(client, person).status_code == 302
    assert client.get("/account/").status_code == 200
    assert AuditEvent.objects.filter(action="people.login", actor_id=person.pk).count() == 1


def test_the_fifth_wrong_password_locks_the_account_for_15_minutes(client, person):
    wrong = [log_in(client, person, "wrong").status_code for _ in range(5)]
    assert wrong == [200, 200, 200, 200, 429]
    assert log_in(client, person).status_code == 429
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert log_in(client, person).status_code == 302


def test_one_address_failing_for_many_accounts_is_locked(client, person, settings):
    settings.LOGIN_FAILURES_PER_ADDRESS = 6
    for number in range(6):
        client.post(LOGIN, {"username": f"nobody{number}", "password": "x"})
    assert log_in(client, person).status_code == 429


def test_unknown_account_reads_like_a_wrong_password(client, person):
    known = log_in(client, person, "wrong").content.decode()
    unknown = client.post(LOGIN, {"username": "nobody", "password": "wrong"}).content.decode()
    sentence = "账号或密码不对"
    assert sentence in known
    assert sentence in unknown


def test_first_password_must_be_changed_before_anything_else(client, person):
    person.must_change_password = True
    person.save()
    client.force_login(person)
    assert client.get("/").headers["Location"] == "/account/password/"
    new = "a-longer-secret-2026"
    form = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert client.post("/account/password/", form).status_code == 302
    person.refresh_from_db()
    assert person.must_change_password is False
    assert client.get("/account/").status_code == 200


def test_an_idle_desk_session_ends_after_half_an_hour(client, dispatcher):
    client.force_login(dispatcher)
    assert client.get("/account/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert client.get("/account/").status_code == 302


def test_a_phone_session_lasts_through_the_morning(client, worker):
    client.force_login(worker)
    client.get("/account/")
    with time_machine.travel(timezone.now() + timedelta(hours=11)):
        assert client.get("/account/").status_code == 200


def test_a_disabled_person_is_out_on_the_next_request(client, worker):
    client.force_login(worker)
    worker.is_active = False
    worker.save()
    assert client.get("/account/").status_code == 302
