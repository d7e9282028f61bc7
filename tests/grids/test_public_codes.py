"""Codes on walls: made once a place, replaced, closed, and what an old poster still tells."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from governance.areas.actions import close_area
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.public_codes import close_code, open_codes, replace_code
from grids.models import PublicCode
from grids.presenting.places import find_place
from tests.factories.areas import grow
from tests.factories.communities import make_duty, make_topic
from tests.factories.grids import make_grid
from tests.factories.people import make_user
from tests.factories.public import make_code

COMMUNITY = "990101001001"


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country[COMMUNITY])


@pytest.fixture
def admin(country):
    return make_user("system_admin", country["9901"])


def test_open_codes_makes_one_for_every_grid_and_building_group(country, secretary):
    codes = open_codes(country[COMMUNITY], by=secretary)

    assert [(code.area_code, code.kind) for code in codes] == [
        ("990101001001001", "grid"),
        ("990101001001001001", "building"),
        ("990101001001001002", "building"),
        ("990101001001002", "grid"),
        ("990101001001002001", "building"),
    ]
    assert len({code.token for code in codes}) == 5
    assert AuditEvent.objects.filter(action="public_codes.open").count() == 1


def test_open_codes_again_keeps_what_is_there(country, secretary):
    first = open_codes(country[COMMUNITY], by=secretary)

    assert [code.pk for code in open_codes(country[COMMUNITY], by=secretary)] == [code.pk for code in first]


def test_open_codes_takes_the_right_where_the_area_lies(country, secretary, worker):
    for user, area in ((secretary, "990101001002"), (worker, "990101001001001")):
        with pytest.raises(PermissionDenied):
            open_codes(country[area], by=user)


def test_open_codes_refuses_an_area_without_places(country, admin):
    bare = grow(country["990101001"])
    deputy = make_user("street_deputy", country["990101001"])

    with pytest.raises(Refused) as refused:
        open_codes(bare, by=deputy)
    assert refused.value.code == "no_places"


def test_replace_code_closes_one_and_opens_another(grid, secretary):
    old = make_code(grid)

    fresh = replace_code(old, by=secretary, reason="海报被冒贴")

    assert (old.closed_on, fresh.closed_on, fresh.area) == (today(), None, grid)
    assert fresh.token != old.token
    assert find_place(old.token).code == fresh


@pytest.mark.parametrize("verb", [replace_code, close_code])
def test_ending_a_code_asks_why_and_happens_once(grid, secretary, verb):
    code = make_code(grid)

    with pytest.raises(Refused) as refused:
        verb(code, by=secretary, reason="  ")
    assert refused.value.code == "reason_required"
    verb(code, by=secretary, reason="海报被冒贴")
    with pytest.raises(Refused) as refused:
        verb(PublicCode.objects.get(pk=code.pk), by=secretary, reason="再来一次")
    assert refused.value.code == "code_closed"


def test_ending_a_code_takes_the_right(grid, worker):
    with pytest.raises(PermissionDenied):
        close_code(make_code(grid), by=worker, reason="试试")


def test_place_shows_who_works_there_and_whom_to_call(client, country, grid):
    make_grid(grid, duty_phone="0951-1234567", oversight_phone="0951-7654321")
    make_user("grid_worker", grid, name="马秀英")
    code = make_code(country["990101001001001001"])

    page = client.get(reverse("public:place", args=[code.token])).content.decode()

    for words in ("马秀英", "0951-1234567", "0951-7654321", "网格001", "楼院001", "社区001"):
        assert words in page
    assert reverse("public:report", args=[code.token]) in page


def test_place_of_a_typed_code_is_found_in_small_letters(client, grid):
    code = make_code(grid)

    answer = client.get(reverse("public:home"), {"code": f" {code.token.lower()} "})

    assert answer.url == reverse("public:place", args=[code.token])
    assert client.get(reverse("public:home"), {"code": "NICHTDAX"}).status_code == 400


def test_an_unknown_code_is_not_found(client, country):
    assert client.get("/p/ABCDEFGH/").status_code == 404


def test_a_closed_code_says_so_and_takes_no_reports(client, grid, secretary):
    make_grid(grid, duty_phone="0951-1234567")
    code = make_code(grid)
    close_code(code, by=secretary, reason="海报破损")

    page = client.get(reverse("public:place", args=[code.token])).content.decode()
    refused = client.get(reverse("public:report", args=[code.token]))

    assert "已经停用" in page
    assert "0951-1234567" in page
    assert "上报问题" not in page
    assert refused.status_code == 409
    assert "0951-1234567" in refused.content.decode()


def test_the_code_of_a_merged_grid_leads_to_the_one_that_took_over(client, country, admin):
    old, new = grow(country[COMMUNITY], "老网格"), country["990101001001002"]
    code = make_code(old)
    make_grid(new, duty_phone="0951-2222222")
    close_area(old, by=admin, on=today() + timedelta(days=0), successor=new)

    page = client.get(reverse("public:place", args=[code.token])).content.decode()
    assert "老网格已经调整，现在由网格002为您服务" in page
    assert "0951-2222222" in page
    assert reverse("public:report", args=[code.token]) in page

    fresh = make_code(new)
    page = client.get(reverse("public:place", args=[code.token])).content.decode()
    assert reverse("public:report", args=[fresh.token]) in page


def test_the_code_of_a_grid_closed_for_good_is_kind_and_takes_no_reports(client, country, admin):
    old = grow(country[COMMUNITY], "老网格")
    code = make_code(old)
    close_area(old, by=admin, on=today())

    page = client.get(reverse("public:place", args=[code.token])).content.decode()

    assert "老网格已经撤销" in page
    assert "12345" in page
    assert "上报问题" not in page


def test_pages_for_everybody_are_kept_nowhere_and_found_by_nobody(client, grid):
    addresses = [reverse(f"public:{name}") for name in ("home", "about", "privacy", "progress", "suggest")]
    for address in (*addresses, reverse("public:place", args=[make_code(grid).token])):
        answer = client.get(address)
        assert answer["Cache-Control"] == "no-store", address
        assert answer["X-Robots-Tag"] == "noindex, nofollow", address


def test_about_says_what_is_not_done_and_under_which_number(client, settings):
    settings.PORTAL_OPERATOR, settings.PORTAL_FILING = "某市委政法委", "宁政备 2026-001"

    page = client.get(reverse("public:about")).content.decode()

    for words in ("某市委政法委", "宁政备 2026-001", "国办函〔2026〕12号", "不签到", "不积分", "不排名"):
        assert words in page


def test_posters_of_a_community_cost_the_same_for_one_and_for_many(
    client, country, secretary, django_assert_num_queries
):
    client.force_login(secretary)
    address = reverse("grids:poster_sheet", args=[COMMUNITY])
    for code in ("990101001001001", "990101001001002"):
        make_grid(country[code], duty_phone="0951-1234567")
    make_code(country["990101001001001"])
    client.get(address)
    with django_assert_num_queries(7):
        client.get(address)
    for code in ("990101001001001001", "990101001001002", "990101001001002001"):
        make_code(country[code])

    with django_assert_num_queries(7):
        page = client.get(address, {"size": "a4"}).content.decode()

    assert page.count('class="poster"') == 4
    assert page.count("<svg viewBox") >= 4
    assert client.get(address, {"size": "b5"}).status_code == 400


def test_making_codes_leads_to_their_posters(client, country, secretary):
    client.force_login(secretary)

    answer = client.post(reverse("grids:code_open", args=[COMMUNITY]))

    assert answer.url == reverse("grids:poster_sheet", args=[COMMUNITY])
    assert PublicCode.objects.count() == 5


def test_file_of_a_code_is_a_drawing_of_its_address(client, grid, secretary, settings):
    settings.PUBLIC_URL = "https://p.example.cn"
    client.force_login(secretary)
    code = make_code(grid)

    answer = client.get(reverse("grids:code_file", args=[code.token]))

    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<?xml")


def test_code_is_replaced_on_the_page(client, grid, secretary):
    client.force_login(secretary)
    code = make_code(grid)

    client.post(reverse("grids:code_step", args=[code.token, "replace"]), {"note": "海报被撕"})

    assert PublicCode.objects.filter(area=grid, closed_on=None).exclude(pk=code.pk).count() == 1


def test_the_page_of_a_place_shows_the_coming_duty_and_what_was_decided(client, country, grid):
    community, elsewhere = country["990101001001"], country["990101002001"]
    make_duty(community, place="一楼顾问室")
    make_duty(community, place="上周的值班", on=today() - timedelta(days=7))
    make_topic(community, "disclosed", title="扶手装好了", disclosure="3 号楼扶手已装好")
    make_topic(community, "decided", title="还没公开的议题")
    make_topic(elsewhere, "disclosed", title="别的社区")
    page = client.get(reverse("public:place", args=[make_code(grid).token])).content.decode()
    assert "一楼顾问室" in page and "3 号楼扶手已装好" in page
    assert [words for words in ("上周的值班", "还没公开的议题", "别的社区") if words in page] == []
