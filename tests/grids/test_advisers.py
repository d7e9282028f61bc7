from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions import advisers
from grids.models import Adviser, AdviserAssignment, AdviserDuty, AdviserRecord, Community
from tests.factories.communities import make_adviser, make_assignment, make_duty
from tests.factories.people import make_user

PHONE = "13912345678"
HOURS = {"from_time": time(9), "to_time": time(11), "place": "顾问室"}


@pytest.fixture
def community(country):
    return Community.objects.get(code="990101001001")


@pytest.fixture
def deputy(country):
    return make_user("street_deputy", country["990101001"])


@pytest.fixture
def adviser(country):
    return make_adviser(country["990101001"], phone=PHONE)


def test_register_adviser_seals_the_phone(deputy, country):
    adviser = advisers.register_adviser(
        country["990101001"], by=deputy, name=" 沙律师 ", firm="塞上", licence_no="1", phone=PHONE
    )
    assert (adviser.name, adviser.phone_masked, adviser.open_value("phone")) == (
        "沙律师",
        "139****5678",
        PHONE,
    )
    assert PHONE not in adviser.phone_sealed


def test_register_adviser_twice_or_in_a_grid_is_refused(deputy, adviser, country, grid):
    with pytest.raises(ValidationError, match="已经登记过"):
        advisers.register_adviser(
            adviser.area, by=deputy, name="沙", firm="塞上", licence_no=adviser.licence_no
        )
    with pytest.raises(Refused, match="社区以上"):
        advisers.register_adviser(grid, by=deputy, name="沙", firm="塞上", licence_no="2")


def test_assign_adviser_one_at_a_time(deputy, adviser, community):
    advisers.assign_adviser(adviser, by=deputy, community=community)
    with pytest.raises(ValidationError, match="请先结束原聘任"):
        advisers.assign_adviser(make_adviser(adviser.area), by=deputy, community=community)


def test_assign_adviser_of_another_area_is_refused(country, community):
    official = make_user("street_deputy", country["990101001"])
    other = make_adviser(country["990101002"])
    with pytest.raises(Refused, match="另一个区划"):
        advisers.assign_adviser(other, by=official, community=community)


def test_end_assignment_takes_coming_duties_off_the_roster(deputy, adviser, community):
    assignment = make_assignment(community, adviser=adviser)
    past = make_duty(community, adviser=adviser, on=today() - timedelta(days=1))
    make_duty(community, adviser=adviser, on=today() + timedelta(days=1))
    advisers.end_assignment(assignment, by=deputy)
    assert list(AdviserDuty.objects.all()) == [past]
    with pytest.raises(Refused, match="已经结束"):
        advisers.end_assignment(assignment, by=deputy)


def test_plan_duty_puts_the_communitys_own_adviser_on_the_roster(secretary, adviser, community):
    make_assignment(community, adviser=adviser)
    duty = advisers.plan_duty(community, by=secretary, on=today(), **HOURS)
    assert duty.adviser == adviser
    with pytest.raises(ValidationError, match="已经排了班"):
        advisers.plan_duty(community, by=secretary, on=today(), **HOURS)
    with pytest.raises(ValidationError, match="晚于开始时间"):
        advisers.plan_duty(
            community, by=secretary, on=today(), from_time=time(15), to_time=time(14), place="厅"
        )


def test_plan_duty_without_an_adviser_is_refused(secretary, community):
    with pytest.raises(Refused, match="请先聘任"):
        advisers.plan_duty(community, by=secretary, on=today(), **HOURS)


def test_cancel_duty_only_before_it_is_over(secretary, adviser, community):
    gone = make_duty(community, adviser=adviser, on=today() - timedelta(days=1))
    with pytest.raises(Refused, match="已经过去"):
        advisers.cancel_duty(gone, by=secretary)
    coming = make_duty(community, adviser=adviser, on=today())
    advisers.cancel_duty(coming, by=secretary)
    assert list(AdviserDuty.objects.all()) == [gone]


@pytest.mark.parametrize("minutes", [0, 1441])
def test_record_work_takes_a_likely_time(secretary, community, minutes):
    make_assignment(community)
    with pytest.raises(ValidationError):
        advisers.record_work(community, by=secretary, kind="lecture", minutes=minutes, topic="民法典")


def test_record_work_not_before_it_is_done(secretary, community):
    make_assignment(community)
    with pytest.raises(Refused, match="完成后"):
        advisers.record_work(
            community,
            by=secretary,
            kind="lecture",
            minutes=60,
            topic="民法典",
            on=today() + timedelta(days=1),
        )


def test_a_worker_may_not_plan(worker, community):
    with pytest.raises(PermissionDenied):
        advisers.plan_duty(community, by=worker, on=today(), **HOURS)


def test_residents_read_the_coming_roster_of_their_community(country, adviser, community):
    day = date(2026, 11, 25)
    make_duty(community, adviser=adviser, on=day - timedelta(days=1))
    make_duty(community, adviser=adviser, on=day)
    make_duty(community, adviser=adviser, on=date(2027, 1, 1))
    make_duty(country["990101002001"], adviser=adviser, on=day)

    (row,) = AdviserDuty.objects.for_residents("990101001001001001", day)
    assert (row["on"], row["adviser_name"], row["place"]) == (day, adviser.name, "一楼顾问室")
    assert not any("phone" in name for name in row)


def test_advisers_by_the_desk(client, deputy, secretary, community, country):
    client.force_login(deputy)
    fair = {"area": "990101001", "name": "沙律师", "firm": "塞上", "licence_no": "9", "phone": PHONE}
    new = reverse("grids:adviser_new")
    assert client.post(new, fair | {"phone": "call me"}).status_code == 400
    assert client.post(new, fair | {"area": "990102"}).status_code == 400
    assert client.post(new, fair).status_code == 302
    adviser = Adviser.objects.get()
    assign = reverse("grids:adviser_assign", args=[adviser.pk])
    assert client.post(assign, {"community": "990102001001", "from_on": today()}).status_code == 400
    assert client.post(assign, {"community": community.code, "from_on": today()}).status_code == 302
    page = client.get(reverse("grids:adviser_detail", args=[adviser.pk])).content.decode()
    assert "139****5678" in page and PHONE not in page

    client.force_login(secretary)
    duty = {"on": today(), "from_time": "09:00", "to_time": "11:00", "place": "顾问室"}
    plan = reverse("grids:duty_plan", args=[community.code])
    assert client.post(plan, duty | {"to_time": "08:00"}).status_code == 400
    assert client.post(plan, duty).status_code == 302
    work = {"kind": "lecture", "on": today(), "minutes": 60, "topic": "民法典"}
    assert client.post(reverse("grids:work_record", args=[community.code]), work).status_code == 302
    cancel = reverse("grids:duty_cancel", args=[AdviserDuty.objects.get().pk])
    assert client.post(cancel).status_code == 302
    end = reverse("grids:assignment_end", args=[AdviserAssignment.objects.get().pk])
    assert client.post(end).status_code == 409  # begun today: a day has to pass
    assert AdviserRecord.objects.get().adviser == adviser


def test_adviser_phone_takes_a_reason(client, deputy, adviser):
    client.force_login(deputy)
    url = reverse("grids:adviser_reveal", args=[adviser.pk, "phone"])
    assert client.post(url, {"reason": ""}).status_code == 409
    assert PHONE in client.post(url, {"reason": "约定值班时间"}).content.decode()
    assert client.post(reverse("grids:adviser_reveal", args=[adviser.pk, "name"]), {}).status_code == 404
