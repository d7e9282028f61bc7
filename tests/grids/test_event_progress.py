"""What a reporter may hear: neutral words, offices, the answer; no note, no name, no phone."""

from governance.casework.models import Case
from governance.dispatch.reminders import overdue_cases
from governance.kernel.days import today
from grids.actions.event_steps import VERBS
from grids.actions.events import report_event
from grids.models import Event
from grids.presenting.event_progress import progress_of
from tests.factories.casework import make_rules
from tests.factories.events import make_event, make_event_category
from tests.factories.people import make_user


def told(event) -> list[dict]:
    return progress_of(Case.objects.get(pk=event.pk))


def test_the_reporter_hears_each_station_and_the_answer(country, grid, dispatcher):
    secretary = make_user("community_secretary", country["990101001001"], name="王秘密")
    reporter = {"name": "张三", "phone": "13800138000"}
    event, _created = report_event(
        by=None,
        area=grid,
        category=make_event_category(),
        text="楼道堆物",
        source="resident",
        reporter=reporter,
    )
    seat = secretary.live_holdings[0].post

    for step, by, more in (
        ("verify", dispatcher, {"post": seat, "note": "内部：此户常投诉"}),
        ("accept", secretary, {}),
        ("start", secretary, {}),
        ("feedback", secretary, {"answer": "已清理，请放心。", "note": "内部说明"}),
    ):
        VERBS[step](Event.objects.get(pk=event.pk), by=by, **more)
    before = told(event)
    for step in ("check", "close"):
        VERBS[step](Event.objects.get(pk=event.pk), by=dispatcher)
    after = told(event)

    assert [line["title"] for line in after] == [
        "已收到您的上报", "已核实立案", "已派给承办单位", "承办单位已接单", "开始处置", "承办单位已回复结果，正在核查",
        "已办结",
    ]  # fmt: skip
    assert {line["note"] for line in before} == {""}
    assert after[-1]["note"] == "已清理，请放心。"
    assert after[3]["office"] == "社区001 社区书记"
    assert not any(word in str(after) for word in ("内部", "王秘密", "张三", "138"))


def test_a_rejected_report_is_answered_with_the_reason(grid, dispatcher):
    event = make_event(grid)

    VERBS["reject"](event, by=dispatcher, note="不在本辖区，已转告邻区。")

    assert [(line["title"], line["note"]) for line in told(event)] == [
        ("核实后不予立案", "不在本辖区，已转告邻区。")
    ]


def test_a_double_hears_on_with_the_main_one(country, grid, dispatcher):
    double, main = make_event(grid), make_event(grid)
    VERBS["verify"](main, by=dispatcher, note="以前的事")
    VERBS["merge"](double, by=dispatcher, main=Event.objects.get(pk=main.pk))
    Event.objects.filter(pk=main.pk).update(answer="两处都清理了。")
    VERBS["dispatch"](Event.objects.get(pk=main.pk), by=dispatcher, post=dispatcher.live_holdings[0].post)
    for step, more in (("accept", {}), ("start", {}), ("feedback", {"answer": "两处都清理了。"})):
        VERBS[step](Event.objects.get(pk=main.pk), by=dispatcher, **more)
    for step in ("check", "close"):
        VERBS[step](Event.objects.get(pk=main.pk), by=dispatcher)

    lines = told(double)

    assert lines[0]["title"] == "与同一情况的另一件上报合并办理"
    assert (lines[-1]["title"], lines[-1]["note"]) == ("已办结", "两处都清理了。")


def test_a_late_event_is_brought_before_the_dispatch(country, grid):
    make_rules()
    late = make_event(grid, "handling", due_at="2026-01-05T10:00:00+08:00")
    make_event(grid, "handling")

    [item] = overdue_cases(country["990101"], today())

    assert item.title.endswith(late.case.number)
    assert item.url == f"/grids/events/{late.case.number}/"
    assert late.case.title not in item.title
