from datetime import timedelta

from deeds.reminders import housing_behind, overdue_obstacles
from governance.kernel.days import today
from tests.factories.deeds import make_deed_project, make_housing_project, make_obstacle, make_progress


def test_overdue_obstacles_answers_for_a_past_day_as_it_would_have_then(country, project):
    due_on = today() - timedelta(days=20)
    make_obstacle(project, due_on=due_on, closed_on=today() - timedelta(days=5), document="纪要")
    make_obstacle(make_deed_project(country["990102001001001"]), due_on=due_on)
    area = country["990101"]

    assert overdue_obstacles(area, due_on) == []
    [item] = overdue_obstacles(area, due_on + timedelta(days=10))
    assert (item.days_late, item.lag, item.owner) == (10, "超期 10 天", "自然资源局")
    assert overdue_obstacles(area, today()) == []


def test_housing_behind_says_by_how_much(country, grid):
    late, silent, fine = (make_housing_project(grid) for _ in range(3))
    make_progress(late, percent=40, planned=47)
    make_progress(fine, percent=50, planned=47)

    lags = {item.title: item.lag for item in housing_behind(country["9901"], today())}

    assert lags == {late.name: "落后 7 个百分点", silent.name: "未报进度"}
