import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.celery import app

ROOT = Path(__file__).resolve().parents[2]


def test_every_scheduled_task_exists():
    app.loader.import_default_modules()

    assert [
        entry["task"] for entry in app.conf.beat_schedule.values() if entry["task"] not in app.tasks
    ] == []


def test_beat_rings_every_name_and_loads_no_code_of_the_tasks():
    script = (
        "import sys; from config.celery import app; app.loader.init_worker(); app.finalize();"
        "print(*sorted(entry['task'] for entry in app.conf.beat_schedule.values()));"
        "print('django.contrib.auth.models' in sys.modules, 'governance.statistics.models' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"PROCESS_KIND": "beat"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()

    assert said[0].split() == sorted(entry["task"] for entry in app.conf.beat_schedule.values())
    assert said[1] == "False False"


@pytest.mark.parametrize("name", sorted(app.conf.beat_schedule))
def test_ticks_of_seconds_expire_and_do_not_heap_up(name):
    entry = app.conf.beat_schedule[name]

    if isinstance(entry["schedule"], int):
        assert entry["schedule"] < entry["options"]["expires"] <= max(2 * entry["schedule"], 10)


def test_a_task_is_kept_until_it_is_done_and_comes_back_after_a_death():
    conf = app.conf

    assert conf.task_acks_late and conf.task_reject_on_worker_lost
    assert (
        conf.broker_transport_options["visibility_timeout"] > conf.task_time_limit > conf.task_soft_time_limit
    )
    assert conf.worker_prefetch_multiplier == 1


def test_tasks_speak_json_only_and_keep_no_results():
    assert (app.conf.accept_content, app.conf.task_serializer) == (["json"], "json")
    assert app.conf.task_ignore_result is True


def test_schedule_is_in_shanghai_time():
    assert (app.conf.timezone, app.conf.enable_utc) == ("Asia/Shanghai", True)
