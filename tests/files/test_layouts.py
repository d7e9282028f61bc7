"""Every ledger out and in again: what was taken out is no change when it comes back."""

from datetime import timedelta

import pytest

from disputes.models import Series
from governance.files.actions import apply_import, start_export, undo_import
from governance.files.layouts import layout_of
from governance.files.models import TableExport, TableImport
from governance.kernel.days import today
from governance.people.models import PostHolding
from grids.enums.body_posts import Body
from grids.layouts import LAYOUTS
from grids.models import BodyPost, BuildingGroup, CareTag, Compound, Grid, Household, Resident
from tests.factories.body_posts import make_post
from tests.factories.disputes import make_dispute
from tests.factories.grids import (
    make_building,
    make_compound,
    make_grid,
    make_household,
    make_resident,
    make_tag,
)
from tests.factories.people import make_user
from tests.factories.series import make_series
from tests.factories.tables import checked, ledger, read_back, work_off

BUILDING, GRID = "990101001001001001", "990101001001001"
ID_NO, PHONE = "11010519491231002X", "13812345678"


@pytest.fixture
def rows(country, secretary):
    """One row or more of every ledger."""
    compound = make_compound(country[GRID], name="团结小区", built_year=1998)
    make_grid(country[GRID], duty_phone="09511234567", boundary="东至文化街，西至唐徕渠")
    make_building(country[BUILDING], compound=compound, unit_count=3)
    first = make_household(country[BUILDING], unit=1, room="0101")
    second = make_household(country[BUILDING], unit=0, room="平房2", occupancy="let")
    mother = make_resident(first, name="欧阳修远", phone=PHONE, id_no=ID_NO, birth_year=1949, is_contact=True)
    make_resident(second, name="=1+1")
    make_tag(first, resident=mother)
    make_tag(second, kind="low_income")
    make_user("grid_worker", country[GRID], name="张三")
    make_series(make_dispute(country[GRID]))
    make_post(compound, Body.BRANCH)


def take_out(key: str, by, **options) -> TableExport:
    kept = start_export(layout_of(key), by=by, **options)
    work_off()
    kept.refresh_from_db()
    assert kept.state == "done", kept.sentence
    return kept


def content(kept: TableExport) -> bytes:
    with kept.file.open() as file:
        return file.read()


@pytest.mark.parametrize("key", [layout.key for layout in LAYOUTS])
@pytest.mark.parametrize("unmasked", [False, True])
def test_what_was_taken_out_is_no_change_when_it_comes_back(key, unmasked, rows, secretary, community):
    reason = {"is_unmasked": True, "reason": "与户籍核对"} if unmasked and layout_of(key).has_sealed else {}
    taken = take_out(key, secretary, **reason)
    assert taken.total >= 1
    target = {"target": str(Series.objects.get().pk)} if layout_of(key).targets else {}
    found = checked(key, content(taken), by=secretary, area=community, **target)

    assert list(found.faults.values_list("row_number", "column", "words")) == []
    assert (found.state, found.total, found.same) == ("checked", taken.total, taken.total)


NEW_ROWS = {
    "compounds": {"area": "990101001001", "name": "新居", "kind": "商品房小区", "built_year": "2012年"[:4]},
    "grids": {"area": "990101001001002", "duty_phone": "０９５１－１２３４５６７", "boundary": "北至北京路"},
    "buildings": {"area": "990101001001001002", "compound": "团结小区", "household_count": "１２０"},
    "households": {"area": BUILDING, "unit": 2, "room": "502", "floor": 5, "occupancy": "出租"},
    "residents": {"area": BUILDING, "unit": 1, "room": "0101", "name": "李四", "phone": "+8613987654321",
                  "id_no": "440524188001010014"},
    "care_tags": {"area": BUILDING, "unit": 1, "room": "0101", "kind": "残疾人", "basis": "残联名册",
                  "expires_on": (today() + timedelta(days=200)).strftime("%Y年%m月%d日")},
    "body_posts": {"area": GRID, "body": "业委会、物管会", "compound": "团结小区", "title": "主任",
                   "name": "欧阳修远", "phone": "13800138000", "from_on": "2024.3.1"},
}  # fmt: skip
MODELS = {
    "compounds": Compound,
    "grids": Grid,
    "buildings": BuildingGroup,
    "households": Household,
    "residents": Resident,
    "care_tags": CareTag,
    "body_posts": BodyPost,
}


@pytest.mark.parametrize("key", sorted(NEW_ROWS))
def test_a_new_row_is_written_and_undone(key, rows, secretary, community):
    model = MODELS[key]
    before = list(model.objects.order_by("pk").values())
    found = checked(key, [NEW_ROWS[key]], by=secretary, area=community)
    assert list(found.faults.values_list("column", "words")) == []
    apply_import(found, by=secretary)
    work_off()
    found.refresh_from_db()
    assert (found.state, found.new) == ("done", 1)
    assert model.objects.count() == len(before) + 1
    assert model.objects.latest("pk").area_code == NEW_ROWS[key]["area"]

    undo_import(found, by=secretary, reason="试导入")
    work_off()
    found.refresh_from_db()
    assert (found.state, found.left) == ("undone", 0)
    assert list(model.objects.order_by("pk").values()) == before


def test_residents_are_kept_sealed_and_changed_by_number(rows, secretary, community):
    mother = Resident.objects.get(name="欧阳修远")
    row = {"resident": mother.pk, "area": BUILDING, "unit": 1, "room": "0101", "name": "欧阳*远"}
    row |= {"name": mother.name_masked, "phone": "13900000000", "id_no": mother.id_no_masked}
    before = Resident.objects.filter(pk=mother.pk).values().get()
    found = checked("residents", [row], by=secretary, area=community)
    assert (list(found.faults.values_list("words", flat=True)), found.changed) == ([], 1)
    apply_import(found, by=secretary)
    work_off()

    mother.refresh_from_db()
    assert (mother.name, mother.open_value("phone"), mother.open_value("id_no")) == (
        "欧阳修远", "13900000000", ID_NO,
    )  # fmt: skip
    image = found.rows.get().before
    assert PHONE not in image and "欧阳" not in image
    undo_import(TableImport.objects.get(pk=found.pk), by=secretary, reason="传错了")
    work_off()
    assert Resident.objects.filter(pk=mother.pk).values().get() == before


def test_a_masked_value_that_is_not_the_present_one_is_a_fault(rows, secretary, community):
    mother = Resident.objects.get(name="欧阳修远")
    row = {
        "resident": mother.pk,
        "area": BUILDING,
        "unit": 1,
        "room": "0101",
        "name": "欧**远",
        "phone": "139****0000",
    }
    found = checked("residents", [row], by=secretary, area=community)
    assert set(found.faults.values_list("column", flat=True)) == {"电话"} | (
        set() if mother.name_masked == "欧**远" else {"姓名"}
    )


def test_an_id_number_of_another_household_is_refused(rows, secretary, community):
    row = {"area": BUILDING, "unit": 0, "room": "平房2", "name": "欧阳修远", "id_no": ID_NO}
    found = checked("residents", [row], by=secretary, area=community)
    assert list(found.faults.values_list("words", flat=True)) == [
        "这个证件号码已登记在另一住户，请先办理迁出"
    ]


def test_workers_take_their_seats_through_the_verb_and_leave_them_on_undo(
    rows, secretary, community, country
):
    user = make_user(name="王五")
    row = {"area": GRID, "role": "楼栋长", "building": BUILDING, "account": user.username, "name": "王五"}
    before = list(PostHolding.objects.order_by("pk").values_list("pk", "valid"))
    make_user("building_leader", country["990101001001001002"])
    PostHolding.objects.latest("pk").delete()
    found = checked("workers", [row], by=secretary, area=community)
    assert (list(found.faults.values_list("words", flat=True)), found.new) == ([], 1)
    apply_import(found, by=secretary)
    work_off()
    assert PostHolding.objects.get(user=user).area_code == BUILDING
    found.refresh_from_db()
    undo_import(found, by=secretary, reason="试导入")
    work_off()
    found.refresh_from_db()
    assert found.left == 0
    assert list(PostHolding.objects.order_by("pk").values_list("pk", "valid")) == before


def test_two_people_for_one_seat_are_found_before_anything_is_written(rows, secretary, community):
    people = [make_user(), make_user()]
    seats = [{"area": GRID, "role": "网格长", "account": user.username} for user in people]
    make_user("grid_leader", community)
    found = checked("workers", seats, by=secretary, area=community)
    assert list(found.faults.values_list("row_number", "words")) == [
        (3, "这个岗位有人任职，请先结束原任职。")
    ]


def test_an_export_is_masked_unless_a_reason_is_given(rows, secretary, worker):
    masked = str(read_back(take_out("residents", secretary).file))
    clear = str(read_back(take_out("residents", secretary, is_unmasked=True, reason="与户籍核对").file))
    for secret in (PHONE, ID_NO, "欧阳修远"):
        assert secret not in masked
        assert secret in clear
    assert f"{secretary}（" in masked


def test_an_export_holds_exactly_the_filtered_list(rows, secretary):
    table = read_back(take_out("households", secretary, query="occupancy=let").file)
    assert [row[2] for row in table[2:]] == ["平房2"]


def test_ledgers_written_for_a_stranger_hold_nothing(rows, country):
    stranger = make_user("community_secretary", country["990102001001"])
    assert take_out("households", stranger).total == 0
    assert ledger("households", [])[:2] == b"PK"
