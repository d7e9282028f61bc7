"""Posts in bodies as a file: every bad line is told, good ones go the way of the form."""

from datetime import date

import pytest

from governance.files.actions import apply_import, undo_import
from governance.files.models import TableImport
from grids.enums.body_posts import Body, Register
from grids.models import BodyPost
from property.models import ManagedCompound
from tests.factories.body_posts import make_post
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.tables import checked, work_off

COMMUNITY, GRID = "990101001001", "990101001001001"
BRANCH = {"area": COMMUNITY, "body": "小区党支部", "compound": "团结小区", "title": "书记",
          "name": "马秀兰", "phone": "13900139000", "from_on": "2024-03-01"}  # fmt: skip
HEAD = {"area": COMMUNITY, "body": "居民委员会", "title": "主任", "name": "马秀兰", "phone": "13900139000"}


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def compound(country):
    return make_compound(country[GRID], name="团结小区")


@pytest.fixture
def officer(country):
    return make_user("party_officer", country["990101"])


@pytest.fixture
def sent(country, officer, compound):
    """Sends rows for the county; what came of them."""

    def send(*rows) -> TableImport:
        return checked("body_posts", rows, by=officer, area=country["990101"])

    return send


def told(found: TableImport) -> list[tuple]:
    return list(found.faults.order_by("row_number", "pk").values_list("row_number", "column", "words"))


def written(found: TableImport, by) -> TableImport:
    apply_import(found, by=by)
    work_off()
    found.refresh_from_db()
    return found


def test_posts_come_in_and_make_cross_posts(sent, officer, compound):
    found = written(sent(BRANCH, HEAD), officer)
    assert (found.state, found.new) == ("done", 2)
    branch = BodyPost.objects.get(body=Body.BRANCH)
    assert (branch.area_code, branch.compound_id, branch.name_masked, branch.valid.lower) == (
        GRID, compound.pk, "马*兰", date(2024, 3, 1),
    )  # fmt: skip
    assert list(ManagedCompound.objects.with_cross_post_on(date.today())) != []


def test_a_second_file_with_the_same_rows_changes_nothing(sent, officer):
    written(sent(BRANCH, HEAD), officer)
    again = sent(BRANCH, HEAD)
    assert (told(again), again.same, again.new) == ([], 2, 0)


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (BRANCH | {"compound": ""}, "小区", "任职要填小区"),
        (BRANCH | {"compound": "没有的小区"}, "小区", "这里没有这个小区"),
        (HEAD | {"compound": "团结小区"}, "小区", "社区的任职不填小区"),
        (HEAD | {"area": GRID}, "区划代码", "层级不对"),
        (HEAD | {"area": "990102001001"}, "区划代码", "不在本次导入的区划"),
        (HEAD | {"area": "990101009999"}, "区划代码", "没有这个代码"),
        (HEAD | {"body": "业主群"}, "任职的组织", ""),
        (HEAD | {"title": ""}, "职务", "必填"),
        (HEAD | {"phone": ""}, "电话", "必填"),
        (HEAD | {"phone": "一二三"}, "电话", "电话号码不对"),
        (HEAD | {"name": "马*兰"}, "姓名", "打了星号"),
        (HEAD | {"phone": "139****9000"}, "电话", "打了星号"),
        (HEAD | {"post": 999999}, "任职编号", "没有这项在任的任职"),
        (HEAD | {"from_on": "2026年13月"}, "任职日期", ""),
    ],
)
def test_every_bad_line_is_told_and_nothing_is_written(sent, row, column, words):
    found = sent(BRANCH, row)
    [(number, where, said)] = told(found)
    assert (number, where, words in said) == (3, column, True)
    assert BodyPost.objects.count() == 0


def test_a_person_twice_in_one_body_is_found_before_anything_is_written(sent, compound):
    make_post(compound, Body.BRANCH, name="马秀兰", phone="13900139000", until=date(2024, 6, 1))
    [(number, column, words)] = told(sent(BRANCH))
    assert (number, column, "任期重叠" in words) == (2, "整行", True)
    assert [row[2] for row in told(sent(HEAD, HEAD))] == ["与第 2 行重复"]


def test_a_new_title_is_the_one_change(sent, officer, compound):
    post = make_post(compound, Body.BRANCH, name="马秀兰", phone="13900139000", title="委员")
    later = BRANCH | {"from_on": "2025-01-01"}
    assert "此人已从 2022-01-01 起任职，日期不能改" in told(sent(later))[0][2]
    found = written(sent(BRANCH | {"from_on": ""}), officer)
    post.refresh_from_db()
    assert (found.changed, post.title) == (1, "书记")
    undo_import(found, by=officer, reason="传错了")
    work_off()
    post.refresh_from_db()
    assert post.title == "委员"


def test_a_number_stands_for_its_person_and_body_alone(sent, compound):
    post = make_post(compound, Body.BRANCH, name="马秀兰", phone="13900139000", title="书记")
    kept = BRANCH | {"post": post.pk, "from_on": "", "name": "马*兰", "phone": "139****9000"}
    assert sent(kept).same == 1
    for other in ({"name": "马*英"}, {"name": "马秀英", "phone": "13900139000"}, {"body": "物业项目"}):
        assert "不是同一人、同一组织" in told(sent(kept | other))[0][2]


def test_a_seat_of_a_committee_is_not_renamed_by_file(sent, compound):
    post = make_post(compound, Body.COMMITTEE, name="马秀兰", phone="13900139000", title="主任")
    BodyPost.objects.filter(pk=post.pk).update(kept_in=Register.COMMITTEE)
    row = BRANCH | {"body": "业委会、物管会", "from_on": ""}
    assert told(sent(row)) == [(2, "职务", "这项任职登记在业委会、物管会名册，请到那里改")]
    assert sent(row | {"title": "主任"}).same == 1


def test_the_list_offers_its_files_to_those_who_may_bring_them(client, officer, country):
    client.force_login(officer)
    page = client.get("/grids/bodies/").content.decode()
    assert ("?layout=body_posts" in page, "/files/exports/new/?layout=" in page) == (True, True)
    client.force_login(make_user("property_officer", country["990101"]))
    page = client.get("/grids/bodies/").content.decode()
    assert ("import/?layout=body_posts" in page, "/files/exports/new/?layout=" in page) == (False, True)
