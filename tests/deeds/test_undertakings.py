from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from deeds.actions import make_undertaking as make
from deeds.actions import raise_obstacle, settle_undertaking, take_project_step
from deeds.enums import Clock, UndertakingKind
from deeds.models import ProjectObstacle, Undertaking
from deeds.reminders.undertakings import overdue_undertakings, undertakings_due_soon
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.backlog import make_entitled, make_undertaking
from tests.factories.deeds import make_deed_project, make_home, make_obstacle

SAID = {"kind": "commitment", "what": "没有违建", "consequence": "撤销办理"}
SOON = timedelta(days=20)


def test_somebody_signs_a_word_given(project, officer):
    home = make_home(project)
    person = make_entitled(home)

    with pytest.raises(ValidationError, match="要有承诺单位或承诺人"):
        make(project, by=officer, due_on=today() + SOON, **SAID)
    given = make(project, by=officer, home=home, person=person, due_on=today() + SOON, **SAID)
    assert (given.signed_by, given.state_label) == ("李*明", "待核查")
    with pytest.raises(ValidationError, match="期限要在签订日期之后"):
        make(project, by=officer, signatory="某公司", due_on=today(), **SAID)


def test_only_who_is_entitled_to_the_home_signs_for_it(project, officer):
    stranger = make_entitled(make_home(project))

    with pytest.raises(Refused) as refusal:
        make(project, by=officer, home=make_home(project), person=stranger, due_on=today() + SOON, **SAID)
    assert refusal.value.code == "other_home"


def test_a_word_is_kept_broken_after_its_day_and_put_right(project, officer):
    given = make_undertaking(project, due_on=today() + SOON)

    with pytest.raises(Refused, match="还没有过"):
        settle_undertaking(given, "break", by=officer, finding="没有补")
    settle_undertaking(given, "meet", by=officer, finding="核对原件")
    given.refresh_from_db()
    assert (given.state_label, given.settled_on, given.finding) == ("已补正", today(), "核对原件")
    settle_undertaking(given, "reopen", by=officer, finding="看错了材料")
    given.refresh_from_db()
    assert (given.state, given.settled_on, given.finding) == ("open", None, "")


def test_the_states_have_the_words_of_their_kind():
    words = {kind: [kind.words(state) for state in ("open", "met", "broken")] for kind in UndertakingKind}

    assert words["conditional"] == ["待补正", "已补正", "逾期未补正"]
    assert words["commitment"] == ["待核查", "已履行", "违约"]


def test_reminders_chase_before_and_after_the_day_and_answer_for_a_past_day(country, project):
    due_on = today() - timedelta(days=10)
    given = make_undertaking(project, due_on=due_on, state="met", settled_on=today() - timedelta(days=3))
    area = country["990101"]

    [soon] = undertakings_due_soon(area, due_on - timedelta(days=5))
    [late] = overdue_undertakings(area, due_on + timedelta(days=4))
    assert (soon.lag, late.lag, late.days_late) == ("还剩 5 天", "超期 4 天", 4)
    assert soon.title == f"{project.name}：{given.what}"
    assert overdue_undertakings(area, today()) == []


def test_an_obstacle_is_raised_once_it_has_a_reason_and_never_after_it_is_closed(project, officer):
    obstacle = make_obstacle(project)
    with pytest.raises(Refused, match="提级单位；提级理由"):
        raise_obstacle(obstacle, by=officer, to=" ", reason="")
    raise_obstacle(obstacle, by=officer, to="市专班", reason="两家单位意见不一")

    kept = ProjectObstacle.objects.get()
    assert (kept.raised_to, kept.raised_on, kept.due_on) == ("市专班", today(), obstacle.due_on)
    closed = make_obstacle(make_deed_project(project.area), closed_on=today(), document="纪要")
    with pytest.raises(Refused, match="已经销号"):
        raise_obstacle(closed, by=officer, to="市专班", reason="晚了")


def test_a_blocked_project_says_before_whom_it_is_brought(grid, officer):
    project = make_deed_project(grid, state="executing")

    with pytest.raises(Refused, match="提请协调的上级单位"):
        take_project_step(project, "block", by=officer, note="土地款争议")
    take_project_step(project, "block", by=officer, note="土地款争议", raised_to="市专班")
    project.refresh_from_db()
    assert (project.state, project.raised_to, project.raised_on) == ("blocked", "市专班", today())


@pytest.mark.parametrize(
    ("days", "closed", "clock"),
    [
        (30, False, "on_time"),
        (7, False, "near"),
        (0, False, "near"),
        (-1, False, "late"),
        (-1, True, "closed"),
    ],
)
def test_the_clock_of_one_obstacle_is_that_of_the_list(project, days, closed, clock):
    told = {"closed_on": today(), "document": "纪要"} if closed else {}
    obstacle = make_obstacle(project, due_on=today() + timedelta(days=days), **told)

    assert obstacle.clock == clock
    found = [name for name in Clock if ProjectObstacle.objects.at(name, today()).exists()]
    assert found == [clock]


def test_undertakings_are_counted_by_what_had_come_due_on_a_day(project):
    make_undertaking(
        project, due_on=today() - timedelta(days=20), state="met", settled_on=today() - timedelta(days=2)
    )
    day = today() - timedelta(days=10)

    assert Undertaking.objects.counted("cure", day).count() == 1
    assert Undertaking.objects.counted("cured", day).count() == 0
    assert Undertaking.objects.counted("cured", today()).count() == 1
