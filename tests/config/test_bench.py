"""The measuring works; how fast it is, no test asks."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from bench import beside
from bench.asking import asks, measuring
from bench.beside import Line
from bench.calling import statements
from bench.clocks import measure_clocks
from bench.figures import measure_figures, row
from bench.growth import CITIES
from bench.measuring import measure, table
from bench.pairs import CLIENTS, Asking, pairs
from bench.registers import measure as measure_registers
from demo.management.commands.make_city import Command as MakeCity
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.people.models import ApiToken
from governance.statistics import facts, registry
from grids.models import Visit
from tests.factories.areas import make_levels
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted, make_categories
from tests.factories.grids import make_building, make_grid, make_household, make_visit
from tests.factories.people import make_roles, make_user


@pytest.fixture
def staffed(country, grid, worker, official, dispatcher):
    make_user("api_client", country["9901"])
    make_grid(grid)
    building = country[f"{grid.code}001"]
    make_building(building)
    make_visit(make_household(building), worker=worker, ago=1)
    make_accepted(grid)
    return country


@pytest.mark.urls("bench.urls")
@pytest.mark.django_db(transaction=True)
def test_one_round_gives_a_table_and_leaves_nothing(staffed, live_server):
    port = urlsplit(live_server.url).port

    with asks() as found:
        results = measure(found, port=port, rounds=1, within=60, warm_up=0)
    printed = table(results)

    assert len(results) >= 12
    assert [result.ask.name for result in results if result.ask.name not in printed] == []
    assert results[0].queries == 0
    assert results[1].queries == 1
    assert "| 1.0 | 1.0 |" in printed
    assert Visit.objects.filter(visited_on__gt=today() - timedelta(days=1)).count() == 0
    assert [token for token in ApiToken.objects.all() if token.is_live] == []
    assert AuditEvent.objects.filter(action="grids.log_visit").exists()


@pytest.mark.urls("bench.urls")
def test_every_busy_path_answers_and_asks_the_database_a_bounded_number_of_times(staffed, grid):
    for _number in range(CLIENTS):
        make_accepted(grid)

    with measuring() as people:
        needed = {pair.name: statements(pair.ours) for pair in pairs(Asking(people, {}))}

    assert len(needed) == 11
    assert needed["纠纷一页 50"] <= 8
    assert needed["全市看板"] <= 20
    assert needed["纠纷详情"] <= 8
    assert needed["登记走访"] <= 15


LINE = Line(
    "一条路径",
    ours=9.0,
    floor=2.0,
    statements=8,
    tail=2.0,
    floor_tail=1.5,
    most=4,
    aim=2,
    queries=8,
    growth=1.3,
)


def test_a_path_over_its_limit_bears_a_mark():
    shown = beside.table([LINE], [replace(LINE, ours=8.0)]).splitlines()

    assert shown[2] == "| 一条路径 | 9.0 | 2.0 | 4.5 ✗ | 4 (2) | 8 (8) | 2.0 (1.5) | 1.1 × (1.3) |"
    assert beside.from_text(beside.as_text([LINE])) == [LINE]


def test_a_machine_that_has_become_slower_is_no_growth():
    shown = beside.table([LINE], [replace(LINE, ours=4.0, floor=1.0)]).splitlines()

    assert shown[2].endswith("| 1.1 × (1.3) |")
    assert "底线的 p50 是第一座时的 2.0 倍" in shown[-1]


def test_an_answer_by_district_is_held_against_its_own_floor():
    """In a city with more districts both answer with as many more lines."""
    alone = replace(LINE, name="另一条")
    districts = replace(LINE, by_district=True)
    smaller = [replace(alone, ours=8.0), replace(districts, ours=5.0, floor=1.2)]

    shown = beside.table([alone, districts], smaller).splitlines()

    assert shown[2].endswith("| 1.1 × (1.3) |")
    assert shown[3].endswith("| 1.1 × (1.3)※ |")
    assert "底线的 p50 是第一座时的 1.0 倍" in shown[-1]


@pytest.mark.parametrize("city", CITIES.values(), ids=CITIES)
def test_the_cities_to_compare_can_be_asked_for(city):
    name, *options = city.command
    asked = vars(MakeCity().create_parser("manage.py", name).parse_args(options))
    assert {option.replace("-", "_"): asked[option.replace("-", "_")] for option in city.size} == {
        option.replace("-", "_"): number for option, number in city.size.items()
    }


def test_a_real_city_is_not_measured(settings):
    settings.DEMO_MODE = False
    with pytest.raises(CommandError):
        call_command("bench")


@pytest.mark.django_db(transaction=True)
def test_a_sweep_of_clocks_is_measured():
    make_levels()
    make_roles()
    make_rules()
    make_categories()
    printed = measure_clocks(30)
    assert [part for part in ("一次清扫", "记牌 10，升级 10，提醒 ") if part not in printed] == []


@pytest.mark.django_db
def test_a_register_is_measured_in_and_out():
    make_levels()
    make_roles()
    printed = measure_registers(450)
    assert [part for part in ("收下", "检查", "写入", "撤销", "内存峰值") if part not in printed] == []


@pytest.mark.django_db(transaction=True)
def test_the_upkeep_of_figures_is_measured(staffed):
    lines = list(measure_figures(seconds=0.2, paced=0.5, entries=500))
    assert [line.unit for line in lines] == ["倍", "条/秒", "秒", "倍", "倍", "倍"]
    assert [line.name for line in lines if line.value <= 0 and line.unit != "秒"] == []
    assert {row(line).count("|") for line in lines} == {5}
    assert facts.reconcile(registry.datasets()) == []
