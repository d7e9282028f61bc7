"""One number, wherever it stands: tile, list, API, file and Word report say the same to everyone who may ask.

Generated over every indicator and every role that reads figures, for the month that the work report covers. Who may
not open a list is not led to it, and gets none of it over the API either.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from governance.areas.models import Area
from governance.dispatch.actions import issue_brief, prepare_brief
from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.models import ReportFigure
from governance.dispatch.papers.periods import reported
from governance.kernel.templatetags.ui import figure
from governance.statistics import registry
from governance.statistics.definitions import Figure, Group, Indicator
from governance.statistics.reading import Span
from tests.dispatch.words import words_of
from tests.factories.dispatch import make_cycle
from tests.factories.people import make_user
from tests.statistics import listed
from tests.statistics.readers import NAMES, READERS
from tests.statistics.rows import make_rows

HAPPENED = datetime(2026, 11, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
REPORTED = datetime(2026, 12, 1, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
SIDES = ("numerator", "denominator")


class Report:
    """The month's report of an office with every indicator in it, as the Word file says them."""

    def __init__(self, area: Area):
        ReportFigure.objects.bulk_create(
            ReportFigure(kind=CycleKind.MONTHLY, position=place, section="全部", indicator=key)
            for place, key in enumerate(registry.indicators(), start=1)
        )
        cycle = make_cycle(area, kind=CycleKind.MONTHLY, period="2026-12", due_on=REPORTED.date())
        by = make_user("city_official", Area.objects.get(code=area.code[:4]))
        brief = prepare_brief(cycle, BriefKind.MONTHLY_REPORT, by=by)
        issue_brief(brief, by=by)
        brief.refresh_from_db()
        self.level, self.span, self.words = area.level_id, reported(cycle), words_of(bytes(brief.file))

    def says(self, indicator: Indicator, counted: Figure, number: int) -> int | str:
        """The number where the file says it beside the formula; else all that it says there."""
        begin = f"{indicator.name}：{indicator.formula}。本期"
        line = next(line for line in self.words.splitlines() if begin in line)
        said = line.partition(begin)[2].partition("。")[0].split("，")
        return number if f"{counted.label} {figure(number)}" in said else line


@pytest.mark.parametrize(("role", "code", "own"), READERS, ids=NAMES)
def test_a_figure_is_one_number_wherever_it_stands(country, role, code, own):
    with time_machine.travel(HAPPENED, tick=False):
        make_rows(country)
    with time_machine.travel(REPORTED, tick=False):
        report, client = Report(country[code]), Client()
        client.force_login(make_user(role, country[code]))
        tiles = _tiles(client, code, report.span)
        assert set(tiles) == set(registry.indicators())
        found = {
            f"{key} {side}": _said(client, report, tiles[key], side)
            for key, indicator in registry.indicators().items()
            for side in SIDES[: len(indicator.figures)]
        }
    differing = {name: said for name, said in found.items() if len(set(said.values())) > 1}
    assert differing == {}
    assert any(said["tile"] for said in found.values())


def _tiles(client: Client, code: str, span: Span) -> dict[str, dict]:
    """What the pages of the groups show: the reading of each indicator and the lists it leads to."""
    asked = {"area": code, "from": span.from_on, "to": span.to_on, "as_of": span.as_of}
    pages = [client.get(reverse("statistics:group", args=[group]), asked) for group in Group]
    return {line["reading"].indicator.key: line for page in pages for line in page.context["lines"]}


def _said(client: Client, report: Report, tile: dict, side: str) -> dict[str, int]:
    reading, indicator = tile["reading"], tile["reading"].indicator
    counted, number = getattr(indicator, side), getattr(reading, side)
    said = {"tile": number}
    if report.level in indicator.levels:
        said["word"] = report.says(indicator, counted, number)
    api, page = reading.api_lists()[side], reading.page_lists()[side]
    if tile["lists"][side]:
        return said | {
            "page": listed.of_page(client, page, counted.rows),
            "api": listed.of_api(client, api, counted.rows),
            "file": listed.of_file(client, api, counted.rows),
        }
    refused = [read(client, api, counted.rows) for read in (listed.of_api, listed.of_file)]
    assert listed.of_page(client, page, counted.rows) in {"page 403", "page 404"}
    assert set(refused) <= {"api 403", "api 404"}, (indicator.key, refused)
    return said
