"""Opening, reporting, checking, changing, dropping, closing: what each verb does, and how it refuses."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import InternalError, transaction

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from property.actions.items import add_item, change_item, drop_item
from property.actions.programmes import (
    add_category,
    close_programme,
    open_programme,
)
from property.actions.progress import check_progress, write_progress
from property.enums.programmes import MOST_ITEMS, ItemState
from property.models import (
    ItemProgress,
    Programme,
    ProgrammeItem,
    Regulation,
)
from tests.factories.people import make_user
from tests.factories.programmes import (
    finish,
    make_category,
    make_item,
    make_preset,
    make_programme,
    make_progress,
)

SPAN = {"begins_on": date(2024, 1, 1), "ends_on": date(2026, 12, 31)}


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def officer(county):
    return make_user("property_officer", county)


@pytest.fixture
def head(county):
    """County official: checks."""
    return make_user("county_official", county)


@pytest.fixture
def programme(county):
    return make_programme(county)


@pytest.fixture
def item(county, programme):
    return make_item(county, programme)


def refusal(verb, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    return caught.value.code


def sentence(verb, *args, **kwargs) -> str:
    with pytest.raises(ValidationError) as caught:
        verb(*args, **kwargs)
    return caught.value.messages[0]


def state_of(item) -> str:
    return ProgrammeItem.objects.with_state(today()).get(pk=item.pk).state


@pytest.mark.parametrize(
    ("key", "classes", "tasks", "rules"),
    [("property_action", 4, 20, 0), ("regulations", 5, 15, 15), ("model_community", 5, 15, 0)],
)
def test_open_programme_copies_the_preset(county, officer, key, classes, tasks, rules):
    made = open_programme(county, by=officer, name="三年行动", preset=make_preset(key), **SPAN)

    items = ProgrammeItem.objects.filter(category__programme=made)
    assert (made.categories.count(), items.count(), Regulation.objects.count()) == (classes, tasks, rules)
    assert all(SPAN["begins_on"] < item.due_on <= SPAN["ends_on"] and item.area == county for item in items)
    assert AuditEvent.objects.get(action="programme.open").object_id == str(made.pk)


def test_opening_the_rules_again_keeps_those_the_register_has(county, officer):
    preset = make_preset("regulations")
    for name in ("第一轮", "第二轮"):
        open_programme(county, by=officer, name=name, preset=preset, **SPAN)

    assert (Programme.objects.count(), Regulation.objects.count()) == (2, 15)


def test_open_programme_refuses_a_name_twice_and_an_end_before_its_beginning(county, officer, programme):
    assert "同名" in sentence(open_programme, county, by=officer, name=programme.name, **SPAN)
    span = {"begins_on": date(2025, 1, 1), "ends_on": date(2025, 1, 1)}
    assert sentence(open_programme, county, by=officer, name="倒着", **span) == "截止日期须晚于开始日期。"


def test_programmes_are_run_by_those_who_may(county, country, programme, item):
    dispatcher = make_user("street_dispatcher", country["990101001"])
    neighbour = make_user("property_officer", country["990102"])
    for verb, args in [
        (open_programme, (county,)),
        (add_category, (programme,)),
        (add_item, (item.category,)),
        (change_item, (item,)),
        (drop_item, (item,)),
        (close_programme, (programme,)),
    ]:
        fields = {
            open_programme: {"name": "专项", **SPAN},
            add_category: {"name": "类"},
            change_item: {"reason": "理由"},
            drop_item: {"reason": "理由"},
        }.get(verb, {})
        for person in (dispatcher, neighbour):
            with pytest.raises(PermissionDenied):
                verb(*args, by=person, **fields)


def test_write_progress_keeps_every_line_and_waits_for_a_check(item, officer):
    write_progress(item, by=officer, percent=40, text="过半")
    write_progress(item, by=officer, percent=100, text="完成")

    assert [line.percent for line in item.progress.all()] == [100, 40]
    assert state_of(item) == ItemState.NEARLY_DONE
    assert AuditEvent.objects.filter(action="programme.write_progress").count() == 2


def test_progress_sent_twice_is_written_once(item, officer):
    lines = {write_progress(item, by=officer, percent=40, text="过半 ") for _ in range(2)}

    assert (len(lines), item.progress.count()) == (1, 1)


def test_progress_goes_back_with_a_reason_only(item, officer):
    write_progress(item, by=officer, percent=40, text="过半")

    assert "下调理由" in sentence(write_progress, item, by=officer, percent=30, text="核减")
    line = write_progress(item, by=officer, percent=30, text="核减", back_reason="重复计算")

    assert (line.previous_percent, line.back_reason, item.progress.count()) == (40, "重复计算", 2)


def test_progress_is_not_dated_ahead_nor_before_what_is_written(item, officer):
    yesterday = today() - timedelta(days=1)
    make_progress(item, 10, on=yesterday)
    assert "不能晚于今天" in sentence(
        write_progress, item, by=officer, percent=20, text="x", day=today() + timedelta(days=1)
    )
    assert "不能比它早" in sentence(
        write_progress, item, by=officer, percent=20, text="x", day=yesterday - timedelta(days=1)
    )


@pytest.mark.parametrize("change", [{"percent": 90}, {"text": "改写"}, {"day": date(2024, 1, 1)}])
def test_the_database_lets_nobody_rewrite_a_line(item, change):
    line = make_progress(item, 10)
    for attempt in (lambda rows: rows.update(**change), lambda rows: rows.delete()):
        with pytest.raises(InternalError), transaction.atomic():
            attempt(ItemProgress.objects.filter(pk=line.pk))


def test_a_task_led_by_a_seat_is_reported_by_its_holder(county, programme, officer):
    handler, other = (make_user("department_handler", county) for _ in range(2))
    item = make_item(county, programme, lead_post=handler.live_holdings[0].post)

    with pytest.raises(PermissionDenied):
        write_progress(item, by=other, percent=10, text="x")
    write_progress(item, by=handler, percent=10, text="牵头岗位填报")
    write_progress(item, by=officer, percent=20, text="组织单位代填")

    assert item.progress.count() == 2


def test_a_street_reports_on_its_own_task_of_the_county(country, programme):
    item = make_item(country["990101001"], programme)
    own, other = (make_user("street_dispatcher", country[code]) for code in ("990101001", "990101002"))

    write_progress(item, by=own, percent=10, text="x")
    with pytest.raises(PermissionDenied):
        write_progress(item, by=other, percent=20, text="x")


def test_check_progress_makes_a_task_complete(item, officer, head):
    line = write_progress(item, by=officer, percent=100, text="完成")

    check_progress(line, by=head, is_accepted=True, note="现场看过")

    assert state_of(item) == ItemState.DONE
    assert refusal(check_progress, line, by=head, is_accepted=True) == "already_checked"


def test_nobody_checks_what_they_wrote(item, officer, head):
    line = write_progress(item, by=officer, percent=100, text="完成")

    assert refusal(check_progress, line, by=officer, is_accepted=True) == "own_progress"


def test_sending_back_takes_a_reason_and_gives_the_earlier_percentage_back(item, officer, head):
    write_progress(item, by=officer, percent=40, text="过半")
    line = write_progress(item, by=officer, percent=100, text="完成")

    assert sentence(check_progress, line, by=head, is_accepted=False) == "退回要写明理由。"
    check_progress(line, by=head, is_accepted=False, note="缺验收单")

    row = ProgrammeItem.objects.with_state(today()).get(pk=item.pk)
    assert (row.percent, row.state) == (40, ItemState.UNDER_WAY)


def test_the_newest_line_is_the_one_to_check(item, officer, head):
    old = write_progress(item, by=officer, percent=40, text="过半")
    write_progress(item, by=officer, percent=60, text="又进一步")

    assert refusal(check_progress, old, by=head, is_accepted=True) == "newer_progress"


def test_a_street_does_not_check_the_work_of_the_county(country, programme):
    item = make_item(country["990101001"], programme)
    line = make_progress(item, 100, by=make_user())
    with pytest.raises(PermissionDenied):
        check_progress(line, by=make_user("street_deputy", country["990101001"]), is_accepted=True)


def test_add_item_keeps_within_the_programme(country, officer, programme):
    fields = {"title": "整治", "lead_office": "城管局", "standard": "到位", "due_on": today()}
    category = make_category(programme)
    assert "不在" in sentence(add_item, category, by=officer, area=country["990102"], **fields)
    late = fields | {"due_on": date(2040, 1, 1)}
    assert "专项的期限内" in sentence(add_item, category, by=officer, **late)

    made = add_item(category, by=officer, area=country["990101001"], **fields)

    assert (made.area_code, made.added_on) == ("990101001", today())
    assert "同名任务" in sentence(add_item, category, by=officer, **fields)


def test_a_programme_has_room_for_so_many_tasks(county, officer, programme):
    category = make_category(programme)
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            category=category, title=f"{number}", area=county, area_code=county.code, lead_office="局", standard="x",
            due_on=today(),
        )
        for number in range(MOST_ITEMS)
    )  # fmt: skip
    fields = {"title": "再一项", "lead_office": "局", "standard": "x", "due_on": today()}
    assert refusal(add_item, category, by=officer, **fields) == "too_many_items"


def test_change_item_is_dated_and_leaves_the_past_as_it_was(item, officer):
    before, later = item.due_on, item.due_on + timedelta(days=60)

    change = change_item(item, by=officer, reason="工期调整", due_on=later, co_offices="供电公司")

    assert change.what == "配合单位、完成期限"
    assert (change.due_before, change.due_after, change.by) == (before, later, officer)
    rows = ProgrammeItem.objects.filter(pk=item.pk)
    yesterday = today() - timedelta(days=1)
    assert [rows.with_state(day).get().due_then for day in (yesterday, today())] == [before, later]
    assert refusal(change_item, item, by=officer, reason="没改", due_on=later) == "nothing_changed"


def test_changes_and_drops_take_a_reason(item, officer):
    assert sentence(change_item, item, by=officer, reason=" ", title="改名")
    assert sentence(drop_item, item, by=officer, reason=" ") == "撤销任务要写明理由。"
    item.refresh_from_db()
    assert (item.title == "改名", item.dropped_on) == (False, None)


def test_a_task_complete_is_neither_changed_nor_dropped(item, officer):
    finish(item)
    assert refusal(change_item, item, by=officer, reason="x", title="改名") == "item_done"
    assert refusal(drop_item, item, by=officer, reason="x") == "item_done"


def test_a_dropped_task_takes_no_more(item, officer):
    drop_item(item, by=officer, reason="并入他项")

    assert refusal(write_progress, item, by=officer, percent=10, text="x") == "item_dropped"
    assert refusal(drop_item, item, by=officer, reason="再次") == "item_dropped"
    assert list(ProgrammeItem.objects.in_force(today())) == []


def test_close_programme_when_all_is_complete_or_dropped(county, programme, officer):
    done, dropped, open_ = (make_item(county, programme) for _ in range(3))
    finish(done)
    drop_item(dropped, by=officer, reason="并入他项")
    assert refusal(close_programme, programme, by=officer) == "unfinished"
    finish(open_)

    close_programme(programme, by=officer, note="验收通过")

    programme.refresh_from_db()
    assert (programme.closed_on, programme.closing_note) == (today(), "验收通过")
    assert refusal(close_programme, programme, by=officer) == "programme_closed"
    assert refusal(add_category, programme, by=officer, name="又一类") == "programme_closed"
    assert refusal(write_progress, open_, by=officer, percent=10, text="x") == "programme_closed"
