"""What the burden rules (国办函〔2026〕12号) and the privacy law forbid: no page, field or setting of it.

Checking in, points and ranking of persons, time online, tracks, compulsory photos; faith, origin, health,
biometrics; scores and lists of people by risk. A word that says a thing is not done may stay.
"""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from tests.permissions.routes import routes

ROOT = Path(settings.BASE_DIR)
ROOMS = ("config", "governance", "grids", "disputes", "property", "deeds")

DONE_TO_WORKERS = (
    r"check_?ins?\b|clock_?in\b|punch|leader_?board|ranking_of|points\b|badge_count|online_(time|hours|minutes)"
    r"|gps|track(ed|ing)\b|track_|trajectory|mileage|watermark_required|photo_required"
)
KEPT_OF_PEOPLE = (
    r"religion|faith|ethnic|nationality|\brace\b|health|disease|illness|diagnos|\bhiv|pregnancy_week|blood"
    r"|biometric|fingerprint|face_(id|print|image)|risk_?(score|level|list|grade|person)|credit_score|danger"
    r"|blacklist|petitioner_list|political"
)
WORDS = (
    "签到|打卡|积分|排行榜|排名|在线时长|在岗时长|轨迹|里程|水印"
    "|宗教|信仰|民族成份|病史|健康状况|人脸|指纹|风险等级|风险人员|重点人员|黑名单"
)
# Units and organisations may be ranked, tables and rows may be sorted: only what is said of persons is forbidden.
ALLOWED = re.compile(
    r"不(打卡|签到|积分|排名|打分|排队|收集)|没有(打卡|签到|积分|排名)|无需(打卡|签到)|单位排名|排名（单位）|各(地|县区|镇街|单位).{0,6}排名|排名.{0,4}(单位|区划)"
)


def own_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if (ROOT / model._meta.app_config.name.replace(".", "/")).is_dir()
    ]


def guilty(pattern: str, texts: list[str]) -> list[str]:
    return sorted({text for text in texts if re.search(pattern, text, re.I)})


@pytest.mark.parametrize(
    "bad",
    ["grids:check_in", "worker-leaderboard", "Visit.points", "Visit.gps", "ONLINE_TIME", "Visit.track_id"],
)
def test_a_new_one_done_to_workers_would_be_found(bad):
    assert guilty(DONE_TO_WORKERS, [bad]) == [bad]


@pytest.mark.parametrize("bad", ["Resident.religion", "Resident.ethnic_group", "risk_list", "Person.face_id"])
def test_a_new_one_kept_of_people_would_be_found(bad):
    assert guilty(KEPT_OF_PEOPLE, [bad]) == [bad]


@pytest.mark.parametrize(
    "bad", ["每日签到", "网格员排行榜", "积分兑换", "巡查轨迹", "宗教信仰", "重点人员名单"]
)
def test_a_word_on_a_screen_would_be_found(bad):
    assert re.search(WORDS, bad) and not ALLOWED.search(bad)


def test_no_address_counts_or_tracks_workers():
    addresses = [f"{name} {address}" for name, address in routes().items()]
    assert guilty(DONE_TO_WORKERS, addresses) == []
    assert guilty(KEPT_OF_PEOPLE, [text for text in addresses if not text.startswith("healthz")]) == []


def test_no_field_keeps_what_may_not_be_kept():
    names = [
        f"{model._meta.label}.{column.name}"
        for model in own_models()
        for column in model._meta.concrete_fields
    ]
    columns = [name.rsplit(".", 1)[1] for name in names]
    assert guilty(DONE_TO_WORKERS, columns) == []
    assert guilty(KEPT_OF_PEOPLE, columns) == []


def test_no_field_is_named_for_it_on_the_screen():
    words = [
        f"{model._meta.label}.{column.name} {column.verbose_name}"
        for model in own_models()
        for column in model._meta.concrete_fields
    ]
    assert guilty(WORDS, [text for text in words if not ALLOWED.search(text)]) == []


def test_no_photo_is_compulsory():
    compulsory = [
        f"{model._meta.label}.{column.name}"
        for model in own_models()
        for column in model._meta.concrete_fields
        if (isinstance(column, models.FileField) or re.search("photo|picture|image", column.name))
        and not column.blank
    ]
    assert [name for name in compulsory if name.startswith(("grids.", "casework."))] == []


def test_no_page_or_screen_word_asks_for_it():
    found = []
    files = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static/js").rglob("*.js")]
    files += [
        path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts
    ]
    for path in files:
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            if (
                re.search(WORDS, line)
                and not ALLOWED.search(line)
                and not line.lstrip().startswith(("#", '"""'))
            ):
                found.append(f"{path.relative_to(ROOT)}:{number} {line.strip()[:60]}")
    assert found == []


def test_no_page_asks_where_the_phone_is():
    scripts = list((ROOT / "static/js").rglob("*.js"))
    assert [path.name for path in scripts if "watchPosition" in path.read_text()] == []


def test_no_setting_turns_it_on():
    names = [name for name in dir(settings) if name.isupper() and not name.startswith("AXES_")]
    assert guilty(DONE_TO_WORKERS, names) == []
    assert guilty(KEPT_OF_PEOPLE, names) == []
