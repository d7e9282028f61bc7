"""The description of the API: it is the code's own, it is complete, and its guide works as printed."""

import re
import shlex
from io import StringIO
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import EndpointEnumerator

from governance.people.actions import issue_token
from tests.factories.people import make_user

FOLDER = Path(settings.BASE_DIR) / "docs" / "api"
GUIDE = (FOLDER / "README.md").read_text()
PORTAL = "http://testserver"


@pytest.fixture(scope="module")
def described() -> str:
    out = StringIO()
    GENERATOR_STATS.reset()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=out)
    return out.getvalue()


def test_description_on_file_is_the_present_one(described):
    assert (FOLDER / "schema.yaml").read_text() == described, (
        "./run manage spectacular --validate --fail-on-warn --file docs/api/schema.yaml"
    )


def test_every_route_is_described_and_nothing_else(described):
    routes = {
        (re.sub(r"\{.*?\}", "{}", path), method.lower())
        for path, _regex, method, _view in EndpointEnumerator().get_api_endpoints()
        if path.startswith("/api/v1/")
    }
    operations = {
        (re.sub(r"\{.*?\}", "{}", path), method)
        for path, methods in yaml.safe_load(described)["paths"].items()
        for method in methods
    }
    assert operations == routes


def test_every_operation_names_its_errors_and_its_token(described):
    found = yaml.safe_load(described)
    operations = [operation for methods in found["paths"].values() for operation in methods.values()]
    assert [o for o in operations if not {"400", "401", "403", "404"} <= set(o["responses"])] == []
    assert [o for o in operations if {"tokenAuth": []} not in o["security"]] == []


def examples() -> list[tuple[str, str]]:
    blocks = re.findall(r"^```sh\n(.*?)^```", GUIDE, re.S | re.M)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("curl ")]
    return [tuple(part.strip() for part in line.rsplit("#", 1)) for line in lines]


@pytest.fixture
def names(country, grid, worker):
    client = make_user("api_client", country["9901"])
    rights = ["areas.view", "disputes.view", "grids.view", "statistics.view"]
    _token, secret = issue_token(client, by=client, name="指南", rights=rights)
    _token, other = issue_token(worker, by=worker, name="走访", rights=["areas.view", "grids.visit"])
    return {"PORTAL": PORTAL, "AREA": "9901", "TOKEN": secret, "GRID": grid.code, "WORKER_TOKEN": other}


def curl(command: str) -> int:
    """The status of a curl command of the guide."""
    words, asked = iter(shlex.split(command)[1:]), {"method": "GET", "headers": {}, "data": ""}
    for word in words:
        if word == "-H":
            name, _colon, value = next(words).partition(": ")
            asked["headers"][name] = value
        elif word == "-X":
            asked["method"] = next(words)
        elif word == "-d":
            asked["data"] = next(words)
        else:
            address = urlsplit(word)
    kind = asked["headers"].pop("Content-Type", "application/json")
    answer = Client().generic(
        asked["method"],
        address.path,
        asked["data"],
        content_type=kind,
        headers=asked["headers"],
        QUERY_STRING=address.query,
    )
    return answer.status_code


@pytest.mark.parametrize(("command", "status"), examples())
def test_guide_works_as_printed(command, status, names):
    assert curl(Template(command).substitute(names)) == int(status)


def test_guide_has_examples_of_everything():
    assert len(examples()) >= 10
    assert {status for _command, status in examples()} == {"200", "201", "400", "401", "404"}
