"""The page a phone keeps, the script that answers without a network, and what is said to a home screen."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from grids.views.pocket import SCRIPT, SHELL_FILES
from tests.factories.grids import make_resident, make_visit


def shell_of(answer) -> dict:
    return json.loads(re.match(r"const SHELL = (.*);\n", answer.content.decode())[1])


@pytest.fixture
def kept(client, worker, household):
    """The page as a worker's browser keeps it, with a roster and visits there to be leaked."""
    make_resident(household, is_contact=True)
    make_visit(household, worker=worker)
    client.force_login(worker)
    return client.get(reverse("grids:pocket"))


def test_the_page_knows_nobody(client, kept, worker, household):
    page = kept.content.decode()
    client.logout()

    assert client.get(reverse("grids:pocket")).content.decode() == page
    told = [
        worker.name,
        worker.username,
        household.label,
        household.area.name,
        worker.live_holdings[0].area.name,
    ]
    assert [words for words in told if words in page] == []
    assert "csrfmiddlewaretoken" not in page
    assert 'data-user=""' in page
    assert "csrftoken" not in kept.cookies


def test_the_page_brings_the_form_of_every_outcome(kept):
    page = kept.content.decode()
    forms = re.findall(r'<template data-template="visit-(\w+)"', page)
    assert forms == ["normal", "need", "hazard", "dispute", "not_met", "declined"]
    assert page.count('name="client_uuid"') == 7
    assert not re.search(r'name="client_uuid" value="[^"]', page)


def test_the_worker_script_changes_when_what_it_keeps_changes_and_only_then(client, worker):
    first, again = shell_of(client.get("/sw.js")), shell_of(client.get("/sw.js"))
    english = shell_of(client.get("/sw.js", headers={"Accept-Language": "en"}))
    client.force_login(worker)

    assert first == again == shell_of(client.get("/sw.js"))
    assert english["version"] != first["version"]
    assert first["page"] == reverse("grids:pocket")


def test_the_worker_script_lies_at_the_root_and_is_asked_for_anew(client, db):
    answer = client.get(reverse("service_worker"))
    assert (answer.headers["Content-Type"], answer.headers["Cache-Control"]) == (
        "text/javascript",
        "no-cache",
    )
    assert reverse("service_worker") == "/sw.js"
    assert f'importScripts("/static/{SCRIPT}")' in answer.content.decode()


def test_the_files_kept_are_those_the_page_needs(kept):
    named = re.findall(r'(?:href|src)="/static/([^"#]+)', kept.content.decode())
    wanted, seen = set(named) | {"js/pocket/page.js"}, set()
    while wanted - seen:
        name = (wanted - seen).pop()
        seen.add(name)
        if name.endswith(".js"):
            folder = settings.BASE_DIR / "static" / name
            text = Path(finders.find(name)).read_text()
            for found in re.findall(r'^import .*? from "(\.[^"]+)"', text, re.M | re.S):
                path = (folder.parent / found).resolve()
                wanted.add(str(path.relative_to(settings.BASE_DIR / "static")))
    assert seen == set(SHELL_FILES)
    assert all(finders.find(name) for name in SHELL_FILES)


def test_the_home_screen_is_told_name_start_and_icons(client, db):
    content = client.get(reverse("manifest")).json()

    assert (content["name"], content["start_url"], content["scope"]) == ("善治", "/", "/")
    assert {icon["sizes"] for icon in content["icons"]} == {"192x192", "512x512"}
    tokens = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    assert f"--primary: {content['theme_color']};" in tokens
    assert f"--paper: {content['background_color']};" in tokens


@pytest.mark.parametrize("name", ["css/components.css", "js/frame.js", "vendor/bootstrap-icons/sprite.svg"])
def test_texts_go_out_packed_and_unpacked_are_the_same(client, name):
    plain = client.get(f"/static/{name}")
    packed = client.get(f"/static/{name}", headers={"Accept-Encoding": "gzip, br"})

    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in plain["Vary"]
    sent = packed.getvalue()
    assert gzip.decompress(sent) == plain.getvalue()
    assert len(sent) == int(packed["Content-Length"])


def test_pictures_and_pages_are_not_packed(client, db):
    icon = client.get("/static/img/icon-512.png", headers={"Accept-Encoding": "gzip"})
    page = client.get("/account/login/", headers={"Accept-Encoding": "gzip"})
    icon.close()
    assert "Content-Encoding" not in icon
    assert "Content-Encoding" not in page
