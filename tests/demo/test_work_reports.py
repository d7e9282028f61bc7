"""The demo's work reports are issued, corrected and waiting as the verbs leave them."""

import datetime as dt

import pytest

from demo import dispatch, work_reports
from demo.city import City
from governance.dispatch.models import Brief, Correction, FigureChange, Notice
from tests.factories.dispatch_meetings import load_points
from tests.factories.grids import make_household, make_visit
from tests.factories.people import make_user
from tests.factories.reports import load_figures

pytestmark = pytest.mark.django_db


def test_a_report_is_corrected_and_waits_again(country, monkeypatch, time_machine):
    time_machine.move_to("2026-11-26 02:00Z", tick=False)
    load_points()
    load_figures()
    county = country["990101"]
    official = make_user("county_official", county)
    for module in (dispatch, work_reports):
        monkeypatch.setattr(module, "JINFENG", "990101")
    monkeypatch.setattr(dispatch, "RUNS", {"990101": "county_official"})
    city = City(today=dt.date(2026, 11, 26), areas={"990101": county.pk})
    city.people[("county_official", "990101")] = official.pk
    city.posts[("county_official", "990101")] = official.live_holdings[0].post.pk
    for _home in range(3):
        make_visit(make_household(country["990101001001001001"]), ago=60)
    dispatch.make_dispatch(city)

    work_reports.make_work_reports(city)

    issued, draft = Brief.objects.order_by("pk")
    assert (issued.is_issued, draft.is_issued) == (True, False)
    assert Correction.objects.get().content["figures"][0]["change"] == "增加3次"
    assert FigureChange.objects.get(correction=None).now["value"] == 4
    assert Notice.objects.filter(kind="brief.correction").count() == 1
