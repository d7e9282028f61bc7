"""Maps of an area's children: keeping, changing and withdrawing one, by verb, page and API; who is told what."""

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from governance.areas.actions import keep_map, use_map, withdraw_map
from governance.areas.models import BoundaryMap
from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from governance.statistics import registry
from governance.statistics.charts import map_chart
from governance.statistics.counting import AREA
from governance.statistics.reading import read_value, span_of
from tests.factories.areas import grow
from tests.factories.boundaries import NUMBER, make_map, squares
from tests.factories.people import make_user

CODES = ["990101", "990102"]


@pytest.fixture
def city(country):
    return country["9901"]


@pytest.fixture
def keeper(city):
    return make_user("system_admin", city)


@pytest.fixture
def official(city):
    return make_user("city_official", city)


def keep(city, by, **changes):
    return keep_map(city, by=by, **{"document": squares(CODES), "approval_number": NUMBER} | changes)


def map_of(city, user):
    indicator = registry.indicators()["grids.count"]
    reading = read_value(indicator, area=city, span=span_of(), by=AREA)
    return map_chart(reading, str)


def test_keep_map_draws_by_it_from_now_on(city, keeper, official):
    assert map_of(city, official).approval_number == ""
    first = keep(city, keeper)
    second = keep(city, keeper, approval_number="GS(2024)0650号")

    assert [*BoundaryMap.objects.filter(is_in_force=True)] == [second]
    shown = map_of(city, official)
    assert (shown.approval_number, shown.note) == ("GS(2024)0650号", "")
    assert all(cell.place.path for cell in shown.cells)
    trail = AuditEvent.objects.filter(action="areas.keep_map").order_by("pk").first()
    assert (trail.actor_id, trail.object_id, trail.area_code) == (keeper.pk, str(first.pk), city.code)


def test_a_child_the_map_does_not_know_brings_the_tiles_back(city, keeper, official):
    keep(city, keeper)
    grow(city, "新区")

    shown = map_of(city, official)
    assert shown.approval_number == ""
    assert "新区" in shown.note
    assert not any(cell.place.path for cell in shown.cells)


@pytest.mark.parametrize("number", ["", "无", "2024", "GS2024 0650", "GS(24)0650号", "<b>GS(2024)1号"])
def test_a_map_needs_its_approval_number(city, keeper, number):
    with pytest.raises(Refused) as refused:
        keep(city, keeper, approval_number=number)

    assert refused.value.code == "bad_approval_number"
    assert not BoundaryMap.objects.exists()


@pytest.mark.parametrize(
    "number", ["GS(2019)1822号", "宁S（2024）第012号", "GS京(2022)1061号", "银审字〔2023〕5号"]
)
def test_approval_numbers_as_they_are_printed(city, keeper, number):
    assert keep(city, keeper, approval_number=number).approval_number == number


def test_a_wrong_map_leaves_the_one_in_force(city, keeper):
    kept = keep(city, keeper)
    with pytest.raises(ValidationError):
        keep(city, keeper, document=squares(["990101"]))

    assert [*BoundaryMap.objects.filter(is_in_force=True)] == [kept]


def test_only_who_manages_the_area_changes_its_map(city, official, country):
    kept = make_map(city)
    for verb in (
        lambda by: keep(city, by),
        lambda by: use_map(kept, by=by),
        lambda by: withdraw_map(city, by=by),
    ):
        with pytest.raises(PermissionDenied):
            verb(official)
        with pytest.raises(PermissionDenied):
            verb(make_user("system_admin", country["990101"]))
    assert BoundaryMap.objects.filter(is_in_force=True).count() == 1


def test_an_earlier_map_and_the_scheme_can_come_back(city, keeper, official):
    first, second = keep(city, keeper), keep(city, keeper, approval_number="GS(2024)0650号")
    use_map(first, by=keeper)
    assert map_of(city, official).approval_number == NUMBER
    with pytest.raises(Refused):
        use_map(first, by=keeper)

    withdraw_map(city, by=keeper)
    assert map_of(city, official).approval_number == ""
    with pytest.raises(Refused):
        withdraw_map(city, by=keeper)
    assert {*BoundaryMap.objects.values_list("pk", flat=True)} == {first.pk, second.pk}


def upload(client, city, document, number=NUMBER):
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    file = SimpleUploadedFile("map.geojson", text)
    address = reverse("areas:map_upload", args=[city.code])
    return client.post(address, {"document": file, "approval_number": number})


def test_the_page_takes_a_file_and_shows_its_versions(client, city, keeper):
    client.force_login(keeper)
    assert "还没有边界图" in client.get(reverse("areas:map_list", args=[city.code])).text

    answer = upload(client, city, b"\xef\xbb\xbf" + json.dumps(squares(CODES)).encode())
    assert answer.url == reverse("areas:map_list", args=[city.code])
    page = client.get(answer.url)
    assert page.context["shown"].approval_number == NUMBER
    assert page.text.count("<path d=") == 2

    client.post(reverse("areas:map_withdraw", args=[city.code]))
    assert client.get(answer.url).context["shown"] is None
    client.post(reverse("areas:map_use", args=[BoundaryMap.objects.get().pk]))
    assert client.get(answer.url).context["shown"]


@pytest.mark.parametrize(
    ("document", "number", "words"),
    [
        (b"", NUMBER, "空"),
        (b"not json", NUMBER, "文件不是有效的 GeoJSON"),
        (b"[" * 100_000, NUMBER, "文件不是有效的 GeoJSON"),
        (b'{"type": NaN}', NUMBER, "文件不是有效的 GeoJSON"),
        (b"\xff\xfe\x00", NUMBER, "文件不是有效的 GeoJSON"),
        (b" " * (4 * 1024 * 1024 + 1), NUMBER, "最多 4 MB"),
        (squares(["990101"]), NUMBER, "缺少这些下级区划：区102（990102）。"),
        (squares(CODES), "没有", "审图号写法不对"),
        (squares(CODES), "GS\0(2024)0650号", ""),
    ],
)
def test_the_page_says_what_is_wrong_with_a_file(client, city, keeper, document, number, words):
    client.force_login(keeper)
    answer = upload(client, city, document, number)

    assert answer.status_code in (400, 409)
    assert words in answer.text
    assert not BoundaryMap.objects.exists()


def test_an_area_without_children_needs_no_map(client, country, keeper):
    client.force_login(keeper)
    answer = upload(client, country["990101001001001001"], squares(CODES))

    assert answer.status_code == 409
    assert "没有下级区划" in answer.text


def test_outlines_are_fetched_again_only_when_they_changed(client, city, keeper, official):
    client.force_login(official)
    address = reverse("areas:map_outlines", args=[city.code])
    assert client.get(address).status_code == 404

    keep(city, keeper)
    answer = client.get(address)
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["approval_number"] == NUMBER
    etag = {"If-None-Match": answer["ETag"]}
    assert client.get(address, headers=etag).status_code == 304
    keep(city, keeper, approval_number="GS(2024)0650号")
    assert client.get(address, headers=etag).status_code == 200


def test_the_api_does_what_the_page_does(client, city, keeper, country):
    client.force_login(keeper)
    said = {"area": "9901", "approval_number": NUMBER, "document": squares(CODES)}
    post = {"content_type": "application/json"}
    made = client.post(reverse("area-map-list"), said, **post)
    assert (made.status_code, made.json()["is_in_force"]) == (201, True)
    pk = made.json()["id"]

    wrong = client.post(reverse("area-map-list"), said | {"document": squares(["990101"])}, **post)
    assert (wrong.status_code, wrong.json()["detail"]) == (400, "缺少这些下级区划：区102（990102）。")
    refused = client.post(reverse("area-map-list"), said | {"approval_number": "没有"}, **post)
    assert (refused.status_code, refused.json()["code"]) == (409, "bad_approval_number")
    assert client.post(reverse("area-map-withdraw", args=[pk])).json()["is_in_force"] is False
    assert client.post(reverse("area-map-use", args=[pk])).json()["is_in_force"] is True
    assert client.get(reverse("area-map-outlines", args=[pk])).json()["type"] == "FeatureCollection"
    assert [
        row["id"] for row in client.get(reverse("area-map-list"), {"in_force": "true"}).json()["results"]
    ] == [pk]
    client.force_login(make_user("county_official", country["990101"]))
    assert client.get(reverse("area-map-detail", args=[pk])).status_code == 404
