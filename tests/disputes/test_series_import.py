"""The list of households of a series as a file: what is wrong with it, what it writes, and the way back."""

import pytest
from django.urls import reverse

from disputes.actions.series_steps import step_households
from disputes.models import SeriesMember
from governance.files.actions import apply_import, undo_import
from governance.files.models import TableImport
from governance.kernel.errors import Refused
from tests.factories.disputes import make_dispute
from tests.factories.series import make_household, make_series
from tests.factories.tables import checked, ledger, read_back, upload, work_off, workbook

KEY = "series_households"


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def series(grid):
    return make_series(make_dispute(grid), households=0)


def households(number: int) -> list[dict]:
    return [
        {"household": f"{n // 40 + 1}队{n % 40 + 1:02d}户", "name": f"张{n}", "phone": f"138{n:08d}", "due_cents": 800}
        for n in range(number)
    ]  # fmt: skip


def check(series, rows, by, **options):
    return checked(KEY, rows, by=by, area=series.area, target=str(series.pk), **options)


def write(series, rows, by, **options):
    found = check(series, rows, by, **options)
    apply_import(found, by=by)
    work_off()
    found.refresh_from_db()
    assert found.state == "done", found.sentence
    return found


def test_households_are_written_and_taken_back(series, dispatcher):
    found = write(series, households(3), dispatcher)

    member = series.members.get(household="1队02户")
    assert (found.new, series.members.count()) == (3, 3)
    assert (member.state, member.due_cents, member.paid_cents) == ("listed", 80_000, 0)
    assert (member.phone_masked, member.open_value("phone")) == ("138****0001", "13800000001")

    undo_import(found, by=dispatcher, reason="传错了")
    work_off()
    assert series.members.count() == 0


def test_household_worked_on_stays_when_the_file_is_taken_back(series, dispatcher):
    found = write(series, households(3), dispatcher)
    told = series.members.filter(household="1队01户")
    step_households(series, told, "inform", by=dispatcher, note="会上")

    undo_import(found, by=dispatcher, reason="传错了")
    work_off()

    found.refresh_from_db()
    assert (found.left, list(series.members.values_list("household", flat=True))) == (1, ["1队01户"])


def test_same_list_again_changes_nothing_and_a_corrected_one_the_difference(series, dispatcher):
    write(series, households(3), dispatcher)
    again = check(series, households(3), dispatcher)
    assert (again.same, again.new, again.changed) == (3, 0, 0)

    rows = households(3)
    rows[0] |= {"due_cents": "1,200.50 元", "paid_cents": 300}
    changed = write(series, rows, dispatcher)

    assert (changed.changed, changed.same) == (1, 2)
    member = series.members.get(household="1队01户")
    assert (member.due_cents, member.paid_cents) == (120_050, 30_000)


def test_every_bad_row_is_told_in_its_own_words(series, dispatcher):
    make_household(series, "9队01户", name="王五")
    rows = [
        *households(2),
        {"household": "１队 01户", "name": "李四"},
        {"household": "9队01户", "name": "赵六"},
        {"household": "2队01户", "phone": "12345", "due_cents": "一千"},
        {"household": "", "name": "无户"},
        {"household": "2队02户", "name": "张*"},
        {"household": "2队03户", "due_cents": 5, "paid_cents": 6},
        {"household": "2队04户", "due_cents": "-3"},
    ]
    found = check(series, rows, dispatcher)

    said = {row[1] or row[2]: row[0] for row in read_back(found.result)[1:] if row[0]}
    amount = "应付金额：应为金额，如 1200 或 1200.50，最多两位小数"
    assert said == {
        "１队 01户": "整行：与第 2 行重复",
        "9队01户": "户：系列案里已有这一户，登记的是另一人（王*），请核对户名",
        "2队01户": f"电话：电话号码不对：手机应为 11 位数字，座机要带区号；{amount}",
        "无户": "户：必填",
        "2队02户": "姓名：打了星号的姓名无法识别，请填完整姓名",
        "2队03户": "已付金额：已付金额大于应付金额，请核对",
        "2队04户": amount,
    }  # fmt: skip
    with pytest.raises(Refused, match="7 行有错误"):
        apply_import(found, by=dispatcher)
    assert series.members.count() == 1


def test_other_titles_of_the_columns_are_read(series, dispatcher):
    data = workbook([["门牌", "姓名", "应缴/应付金额"], ["5-301", "张三", 1200.5]])
    write(series, data, dispatcher)

    assert series.members.get().due_cents == 120_050


def test_list_counts_as_a_change_of_the_series(series, dispatcher):
    seen = series.version
    write(series, households(2), dispatcher)

    with pytest.raises(Refused, match="刚刚被别人改过"):
        step_households(series, series.members.all(), "inform", by=dispatcher, note="会上", version=seen)


def test_list_for_a_closed_or_foreign_series_is_refused(series, dispatcher, country):
    found = check(series, households(1), dispatcher)
    series.closed_on = series.opened_on
    series.save()
    apply_import(found, by=dispatcher)
    work_off()
    found.refresh_from_db()
    assert (found.state, "已经办结" in found.sentence) == ("undone", True)

    foreign = make_series(make_dispute(country["990102001"]))
    for target in (str(foreign.pk), "", "x", "9" * 12):
        with pytest.raises(Refused, match="属于哪一项"):
            checked(KEY, households(1), by=dispatcher, area=series.area, target=target)
    assert SeriesMember.objects.filter(series=series).count() == 0


def test_list_is_sent_from_the_page_of_the_series(series, client, dispatcher):
    client.force_login(dispatcher)
    address = reverse("disputes:series_import", args=[series.pk])
    assert client.get(address).status_code == 200

    sent = client.post(address, {"file": upload(ledger(KEY, households(2))), "mode": "all_or_none"})

    found = TableImport.objects.get()
    assert (sent.headers["Location"], found.target) == (
        reverse("files:import_detail", args=[found.number]),
        str(series.pk),
    )
    wrong = client.post(address, {"file": upload(b"PK nonsense"), "mode": "all_or_none"})
    assert wrong.status_code == 400
    work_off()
    detail = client.get(sent.headers["Location"]).content.decode()
    assert "导入 2 行" in detail


def test_register_of_a_series_is_not_offered_for_a_whole_area(client, dispatcher):
    client.force_login(dispatcher)

    form = client.get(reverse("files:import_new")).context["form"]

    assert KEY not in dict(form.fields["layout"].choices)
