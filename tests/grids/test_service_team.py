from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions import service_team as services
from grids.models import ServiceMember
from tests.factories.communities import make_service_member
from tests.factories.grids import make_grid
from tests.factories.people import hold, make_user
from tests.factories.public import make_code

PHONE = "13912345678"


@pytest.fixture
def place(grid):
    return make_grid(grid)


def test_add_service_member_seals_the_personal_number(secretary, place):
    member = services.add_service_member(
        place, by=secretary, kind="police", name=" 马警官 ", unit="派出所", duty_phone="0951-110", phone=PHONE
    )
    assert (member.name, member.phone_masked, member.area_code) == ("马警官", "139****5678", place.area_code)
    assert member.open_value("phone") == PHONE


def test_add_service_member_twice_at_once_is_refused(secretary, place):
    make_service_member(place.area)
    with pytest.raises(ValidationError, match="已在这个网格"):
        services.add_service_member(place, by=secretary, kind="police", name="马警官", unit="派出所")


def test_end_service_member_and_take_him_back_later(secretary, place):
    member = make_service_member(place.area)
    services.end_service_member(member, by=secretary)
    with pytest.raises(Refused, match="已经结束"):
        services.end_service_member(member, by=secretary)
    services.add_service_member(place, by=secretary, kind="police", name="马警官", unit="派出所")
    assert ServiceMember.objects.live_on(today()).count() == 1


def test_end_service_member_on_the_first_day_is_refused(secretary, place):
    member = services.add_service_member(place, by=secretary, kind="fire", name="周", unit="消防站")
    with pytest.raises(Refused, match="晚于开始日期"):
        services.end_service_member(member, by=secretary)


@pytest.mark.parametrize("verb", ["add", "end", "post"])
def test_a_worker_may_not_change_the_team_or_the_notice(worker, place, verb):
    notice = dict.fromkeys(("boundary", "duty_phone", "oversight_phone", "cadre_rhythm"), "")
    verbs = {
        "add": lambda: services.add_service_member(place, by=worker, kind="fire", name="周", unit="站"),
        "end": lambda: services.end_service_member(make_service_member(place.area), by=worker),
        "post": lambda: services.post_notice(place, by=worker, **notice),
    }
    with pytest.raises(PermissionDenied):
        verbs[verb]()


def test_service_team_by_the_desk(client, secretary, place):
    client.force_login(secretary)
    fair = {"kind": "doctor", "name": "李医生", "unit": "卫生站", "from_on": today() - timedelta(days=2)}
    add = reverse("grids:service_member_add", args=[place.pk])
    assert client.get(add).status_code == 200
    assert client.post(add, fair | {"duty_phone": "打给我"}).status_code == 400
    assert client.post(add, fair | {"name": "\x00"}).status_code == 400
    assert client.post(add, fair | {"phone": PHONE}).status_code == 302
    page = client.get(reverse("grids:grid_detail", args=[place.pk])).content.decode()
    assert "李医生" in page and "139****5678" in page and PHONE not in page
    member = ServiceMember.objects.get()
    shown = client.post(
        reverse("grids:service_member_reveal", args=[member.pk, "phone"]), {"reason": "联系上门义诊"}
    )
    assert PHONE in shown.content.decode()
    assert client.post(reverse("grids:service_member_end", args=[member.pk])).status_code == 302
    assert client.get(reverse("grids:grid_detail", args=[place.pk])).context["services"] == []


def test_notice_sheet_says_who_and_whom_to_call(client, secretary, place):
    client.force_login(secretary)
    leader, worker = make_user(name="网格长丁"), make_user(name="网格员丙")
    hold(leader, "grid_leader", place.area)
    held = hold(worker, "grid_worker", place.area)
    held.is_cover = True
    held.save()
    make_service_member(place.area)
    notice = {
        "boundary": "东至湖畔",
        "duty_phone": "0951-5012345",
        "oversight_phone": "12345",
        "cadre_rhythm": "每月一次",
    }
    edit = reverse("grids:notice_edit", args=[place.pk])
    assert client.post(edit, notice | {"duty_phone": "x"}).status_code == 400
    assert client.post(edit, notice).status_code == 302

    page = client.get(reverse("grids:notice_sheet", args=[place.pk])).content.decode()
    for words in ("网格长丁", "网格员丙", "代管", "东至湖畔", "0951-5012345", "12345", "马警官", "每月一次"):
        assert words in page
    assert "139****5678" not in page


def test_community_notices_print_every_grid_in_as_many_queries(
    client, secretary, country, django_assert_num_queries
):
    client.force_login(secretary)
    url = reverse("grids:community_notices", args=["990101001001"])
    make_grid(country["990101001001001"])
    client.get(url)
    with django_assert_num_queries(8) as taken:
        assert len(client.get(url).context["sheets"]) == 1
    make_grid(country["990101001001002"])
    make_service_member(country["990101001001002"])
    with django_assert_num_queries(len(taken)):
        assert len(client.get(url).context["sheets"]) == 2


def test_vacancy_list_says_since_when_and_who_covers(client, secretary, country):
    client.force_login(secretary)
    staffed, left = country["990101001001001"], country["990101001001002"]
    make_grid(staffed), make_grid(left)
    make_user("grid_worker", staffed)
    until = today() - timedelta(days=20)
    hold(make_user(), "grid_worker", left, until=until)
    url = reverse("grids:vacancy_list")
    (row,) = client.get(url).context["page"].rows
    assert (row.area_code, row.vacant_since, row.cover) == (left.code, until, None)

    cover = hold(make_user(name="代管人乙"), "grid_worker", left)
    cover.is_cover = True
    cover.save()
    (row,) = client.get(url, {"covered": "true"}).context["page"].rows
    assert row.cover == "代管人乙"
    assert list(client.get(url, {"covered": "false"}).context["page"].rows) == []
    assert (
        list(client.get(url, {"as_of": (until - timedelta(days=1)).isoformat()}).context["page"].rows) == []
    )


def test_grid_page_takes_as_many_queries_with_a_larger_team(
    client, secretary, place, django_assert_num_queries
):
    client.force_login(secretary)
    url = reverse("grids:grid_detail", args=[place.pk])
    make_service_member(place.area)
    client.get(url)
    with django_assert_num_queries(13) as taken:
        client.get(url)
    for name in ("甲", "乙"):
        make_service_member(place.area, name=name)
    with django_assert_num_queries(len(taken)):
        client.get(url)


def test_notice_sheet_carries_the_code_of_the_grid(client, secretary, place, country):
    client.force_login(secretary)
    url = reverse("grids:notice_sheet", args=[place.pk])
    assert client.get(url).context["sheets"][0].qr_svg == ""
    make_code(country["990101001001001001"])
    assert client.get(url).context["sheets"][0].qr_svg == ""
    make_code(place.area)
    assert "<svg" in client.get(url).context["sheets"][0].qr_svg
