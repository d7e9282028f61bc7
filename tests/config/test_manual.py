"""The task manual says of each task which right it takes, and says true; its pictures are there."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.permissions.oracle import ROLES
from tests.permissions.table import TABLE

FOLDER = Path(settings.BASE_DIR) / "docs" / "manual"
CHAPTERS = sorted(FOLDER.glob("*.md"))
TASK = re.compile(r"^## (?P<task>.+?)（(?P<takes>.+?)）\n\n<!-- (?P<route>[\w:-]+) -->\n", re.M)
OPEN, LOGGED_IN = "不需要登录", "登录即可"


def tasks(chapter: Path) -> list[dict]:
    return [found.groupdict() for found in TASK.finditer(chapter.read_text())]


def words_of(right: str | None) -> str:
    return {None: OPEN, "": LOGGED_IN}.get(right, f"权限 {right}")


def test_the_manual_speaks_to_everybody_who_works_on_it():
    assert {"worker.md", "dispatcher.md", "community.md", "resident.md"} <= {path.name for path in CHAPTERS}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_every_task_names_its_page_and_the_right_it_takes(chapter):
    headings = re.findall(r"^## ", chapter.read_text(), re.M)
    found = tasks(chapter)

    assert len(found) == len(headings) > 2
    for task in found:
        row = TABLE[task["route"]]
        rights = {row.gate or row.right, row.right, *row.rights.values()}
        assert task["takes"] in {words_of(right) for right in rights}, task


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_every_right_named_is_held_by_somebody(chapter):
    named = {task["takes"].removeprefix("权限 ") for task in tasks(chapter)} - {OPEN, LOGGED_IN}
    held = {right for role in ROLES.values() for right in role["rights"]}

    assert named - held == set()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_every_picture_is_there(chapter):
    pictures = re.findall(r"!\[(.+?)\]\((.+?)\)", chapter.read_text())

    assert len(pictures) > 2
    assert [link for _words, link in pictures if not (FOLDER / link).is_file()] == []
