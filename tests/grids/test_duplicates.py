"""Rows that may be one: found with their reason, made one by a person, and two again exactly as they were."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.files.models import TableImport
from governance.kernel.errors import Refused
from grids.actions.duplicates import dismiss_duplicate, find_duplicates
from grids.actions.merging import merge_households, merge_residents, undo_merge
from grids.models import CareTag, Duplicate, Household, Merge, NeedRequest, Resident, Visit
from grids.rules.duplicates import plain_door
from grids.tasks import find_all_duplicates
from tests.factories.grids import make_household, make_need, make_resident, make_tag, make_visit
from tests.factories.people import make_user

ID_NO = "11010519491231002X"


@pytest.fixture
def community(country):
    return country["990101001001"]


@pytest.fixture
def twins(household):
    """One woman entered twice, the second time with an ID number and a tag."""
    first = make_resident(household, name="欧阳修远", phone="13812345678", birth_year=1950)
    second = make_resident(household, name="欧阳修", phone="13812345678", id_no=ID_NO)
    make_tag(household, resident=second)
    return first, second


def reasons(kind: str) -> list:
    return [(hint.first.pk, hint.second.pk, hint.reasons) for hint in Duplicate.objects.filter(kind=kind)]


@pytest.mark.parametrize(
    ("one", "other"), [("101", "０101室"), ("2-101", "2101"), ("甲 3", "甲3号房"), ("a12", "A012")]
)
def test_doors_written_differently_read_the_same(one, other):
    assert plain_door(one) == plain_door(other)


@pytest.mark.parametrize(("one", "other"), [("101", "1010"), ("101", "10"), ("1", "2")])
def test_other_doors_read_differently(one, other):
    assert plain_door(one) != plain_door(other)


def test_people_of_one_telephone_and_a_like_name_are_suggested(twins, secretary, community, household):
    make_resident(household, name="张三", phone="13812345678")
    assert find_duplicates(community, by=secretary) == 1
    assert reasons("resident") == [(twins[0].pk, twins[1].pk, ["phone"])]


def test_people_of_one_name_and_year_are_suggested_across_households(
    household, secretary, community, next_household
):
    one = make_resident(household, name="王芳", birth_year=1960)
    two = make_resident(make_household(household.area), name="王芳", birth_year=1960)
    make_resident(next_household, name="王芳", birth_year=1961)
    make_resident(make_household(household.area), name="王芳")
    find_duplicates(community, by=secretary)
    assert reasons("resident") == [(one.pk, two.pk, ["name_and_year"])]


def test_doors_of_one_building_are_suggested(household, secretary, community, country):
    other = make_household(household.area, unit=2, room="0501室", label="501")
    make_household(country["990101001001001002"], unit=2, room="501", label="1号楼2单元501")
    find_duplicates(community, by=secretary)
    assert reasons("household") == [(household.pk, other.pk, ["door"])]


def test_a_door_entered_with_and_without_its_unit_is_suggested(household, secretary, community):
    other = make_household(household.area, unit=0, room="501", label="１号楼２单元501室")
    make_household(household.area, unit=0, room="501-2", label="1号楼2单元501")
    find_duplicates(community, by=secretary)
    assert reasons("household") == [(household.pk, other.pk, ["label"])]


def test_a_telephone_of_many_says_nothing(household, secretary, community):
    for _number in range(13):
        make_resident(household, name="办公室", phone="09511234567")
    find_duplicates(community, by=secretary)
    assert {tuple(r) for *_pair, r in reasons("resident")} <= {("name_at_home",)}


def test_looking_again_changes_nothing_and_a_dismissed_pair_is_not_asked_again(twins, secretary, community):
    find_duplicates(community, by=secretary)
    hint = Duplicate.objects.get()
    assert find_duplicates(community, by=secretary) == 1
    assert Duplicate.objects.get() == hint
    dismiss_duplicate(hint, by=secretary)
    assert find_duplicates(community, by=secretary) == 0
    find_all_duplicates()
    assert list(Duplicate.objects.waiting()) == []


def test_a_pair_no_longer_alike_is_dropped(twins, secretary, community):
    find_duplicates(community, by=secretary)
    twins[1].seal_value("phone", "13900000000")
    twins[1].save()
    assert find_duplicates(community, by=secretary) == 0


def test_the_look_takes_as_many_queries_for_many_as_for_few(household, secretary, community):
    counts = []
    for _round in range(2):
        for number in range(5):
            make_resident(make_household(household.area), name=f"同名{number}", birth_year=1970)
        find_duplicates(community, by=secretary)
        with CaptureQueriesContext(connection) as taken:
            find_duplicates(community, by=secretary)
        counts.append(len(taken))
    assert counts[0] == counts[1]


def test_merged_residents_are_one_with_all_that_is_known(twins, secretary):
    first, second = twins
    merge = merge_residents(first, second, by=secretary)
    kept = Resident.objects.get()
    assert (kept.pk, kept.name, kept.open_value("id_no"), kept.birth_year) == (
        first.pk,
        "欧阳修远",
        ID_NO,
        1950,
    )
    assert CareTag.objects.get().resident == kept
    assert merge.moved_count == 1
    for image in (merge.kept_before, merge.removed_before):
        assert "欧阳" not in image and ID_NO not in image


def test_undo_merge_makes_two_again_exactly_as_they_were(twins, secretary):
    before = list(Resident.objects.order_by("pk").values()), list(CareTag.objects.values())
    merge = merge_residents(*twins, by=secretary)
    undo_merge(merge, by=secretary)
    assert (list(Resident.objects.order_by("pk").values()), list(CareTag.objects.values())) == before
    with pytest.raises(Refused, match="已经撤销"):
        undo_merge(merge, by=secretary)


def test_undo_merge_leaves_what_was_changed_or_added_since(twins, secretary):
    first, second = twins
    merge = merge_residents(first, second, by=secretary)
    kept = Resident.objects.get()
    kept.name = "欧阳修园"
    kept.seal_value("id_no", "")
    kept.save()
    make_tag(kept.household, kind="disabled", resident=kept)
    undo_merge(merge, by=secretary)
    assert Resident.objects.get(pk=first.pk).name == "欧阳修园"
    assert Resident.objects.get(pk=second.pk).open_value("id_no") == ID_NO
    assert CareTag.objects.get(kind="disabled").resident == kept


def test_undo_merge_that_would_clash_is_refused_with_what_to_do(twins, secretary):
    merge = merge_residents(*twins, by=secretary)
    Resident.objects.update(name="改了名")
    with pytest.raises(Refused, match="相同的门牌或证件号码"):
        undo_merge(merge, by=secretary)
    assert Resident.objects.count() == 1


def test_merged_households_take_everything_over_and_give_it_back(household, secretary, worker):
    other = make_household(household.area, unit=2, room="0501")
    make_resident(other), make_visit(other, worker=worker), make_need(other, worker=worker), make_tag(other)
    models = (Household, Resident, Visit, NeedRequest, CareTag)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    merge = merge_households(household, other, by=secretary)
    assert [model.objects.exclude(household=household).count() for model in models[1:]] == [0, 0, 0, 0]
    assert (Household.objects.get(), merge.moved_count) == (household, 4)
    undo_merge(merge, by=secretary)
    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_households_of_two_buildings_are_not_merged(household, next_household, secretary):
    with pytest.raises(Refused, match="同一楼院"):
        merge_households(household, next_household, by=secretary)


def test_merging_takes_the_right_at_both_places(twins, country):
    with pytest.raises(PermissionDenied):
        merge_residents(*twins, by=make_user("grid_worker", country["990101001001001"]))
    with pytest.raises(PermissionDenied):
        find_duplicates(country["990101001002"], by=make_user("community_secretary", country["990101001001"]))


def test_a_pair_merged_by_two_people_at_once_is_merged_once(twins, secretary):
    merge_residents(*twins, by=secretary)
    with pytest.raises(Refused, match="可能有人刚合并过"):
        merge_residents(*twins, by=secretary)


def test_pages_show_masked_pairs_and_lead_through(client, twins, secretary, community):
    client.force_login(secretary)
    client.post(reverse("grids:duplicate_find"), {"area": community.code})
    hint = Duplicate.objects.get()
    pages = [
        client.get(reverse("grids:duplicate_list")),
        client.get(reverse("grids:duplicate_detail", args=[hint.pk])),
    ]
    for page in pages:
        assert "欧**远" in page.content.decode()
        assert [s for s in ("欧阳修远", "13812345678", ID_NO) if s in page.content.decode()] == []
    client.post(reverse("grids:duplicate_detail", args=[hint.pk]), {"keep": "second"})
    assert Resident.objects.get().pk == twins[1].pk
    client.post(reverse("grids:merge_undo", args=[Merge.objects.get().pk]))
    assert Resident.objects.count() == 2


@pytest.mark.parametrize("page", ["duplicate_list", "merge_list", "household_list", "building_list"])
def test_lists_take_as_many_queries_for_three_rows_as_for_one(client, household, secretary, community, page):
    client.force_login(secretary)
    client.get(reverse(f"grids:{page}"))
    counts = []
    for number in (1, 2):
        for _row in range(number):
            door = make_household(household.area)
            people = [make_resident(door, name="同一人", is_contact=True) for _twin in range(4)]
            merge_residents(people[0], people[1], by=secretary)
        find_duplicates(community, by=secretary)
        with CaptureQueriesContext(connection) as taken:
            assert client.get(reverse(f"grids:{page}")).status_code == 200
        counts.append(len(taken))
    assert counts[0] == counts[1]
    assert TableImport.objects.count() == 0
