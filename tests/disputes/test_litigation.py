"""Court figures: corrected with their history, brought in as a file, reckoned by a printed definition."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from disputes.actions.litigation import correct_figures, define_rate, report_figures
from disputes.models import LitigationFigure, RateDefinition
from disputes.presenting.litigation import Growth, filings, rates
from governance.files.actions import apply_import, start_export
from governance.files.layouts import layout_of
from governance.kernel.errors import Refused
from governance.statistics import registry
from governance.statistics.counting import MONTH
from governance.statistics.reading import read_value, span_of
from tests.factories.litigation import make_definition, make_litigation
from tests.factories.people import make_user
from tests.factories.tables import checked, work_off

RATES = reverse("disputes:litigation_rates")
SAID = {
    "civil_first_instance": 800,
    "administrative_first_instance": 20,
    "population_resident": 400_000,
    "population_floating": 100_000,
    "source": "人民法院通报",
}


@pytest.fixture(autouse=True)
def _august():
    with time_machine.travel("2026-08-10 10:00+08:00", tick=False):
        yield


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def supervisor(county):
    return make_user("centre_supervisor", county)


@pytest.fixture
def two_years(county):
    """January to July: 6,500 filings last year, 6,000 this year; the population grows by the month."""
    for month in range(1, 8):
        last, now = (500, 500) if month < 7 else (3500, 3000)
        make_litigation(
            county, date(2025, month, 1), civil_first_instance=last - 10, administrative_first_instance=10
        )
        make_litigation(
            county,
            date(2026, month, 1),
            civil_first_instance=now - 10,
            administrative_first_instance=10,
            population_resident=400_000 + month,
            population_floating=100_000,
        )


def of_july() -> object:
    return span_of(date(2026, 1, 1), date(2026, 7, 31))


def test_filings_fall_by_7_7_percent_year_on_year(two_years, country, county):
    whole, rows = filings(country["9901"], of_july())

    assert (whole.now, whole.before, whole.change_words) == (6000, 6500, "−7.7%")
    assert [(row.code, row.change) for row in rows] == [("990101", -7.7)]


def test_nothing_to_compare_with_has_no_change():
    assert Growth("1", "甲", 5, 0).change_words == "—"
    assert Growth("1", "甲", 6, 5).change_words == "+20.0%"


def test_rate_takes_the_population_at_the_end_of_the_period(two_years, county):
    by_month = {
        to: rates(county, span_of(date(2026, 1, 1), to))[0].reading
        for to in (date(2026, 3, 31), date(2026, 7, 31))
    }

    assert [reading.denominator for reading in by_month.values()] == [400_003, 400_007]
    assert by_month[date(2026, 7, 31)].numerator == 6000 - 70
    assert by_month[date(2026, 7, 31)].value == round(5930 * 10_000 / 400_007, 4)


def test_definitions_differ_by_whom_and_what_they_count(two_years, county):
    known = registry.indicators()
    found = {
        name: read_value(known[f"litigation.{name}"], area=county, span=of_july())
        for name in ("suits_per_resident", "suits_per_present", "filings_per_present", "filings_per_resident")
    }

    assert {name: (reading.numerator, reading.denominator) for name, reading in found.items()} == {
        "suits_per_resident": (5930, 400_007),
        "suits_per_present": (5930, 500_007),
        "filings_per_present": (6000, 500_007),
        "filings_per_resident": (6000, 400_007),
    }


def test_trend_divides_each_month_by_its_own_population(two_years, county):
    indicator = registry.indicators()["litigation.suits_per_resident"]

    rows = read_value(indicator, area=county, span=of_july(), by=MONTH).rows
    assert [(row.key, row.numerator, row.denominator) for row in rows][:2] == [
        ("2026-01", 490, 400_001),
        ("2026-02", 490, 400_002),
    ]


def test_a_changed_definition_leaves_earlier_periods_as_they_were(two_years, county, supervisor):
    define_rate(
        county, by=supervisor, rate="suits", definition="B", from_day=date(2026, 8, 1), basis="考核办法"
    )

    assert rates(county, of_july())[0].definition == "A"
    assert rates(county, span_of(date(2026, 1, 1), date(2026, 8, 31)))[0].definition == "B"


def test_a_county_follows_the_city_until_it_says_otherwise(country, county):
    make_definition(country["9901"], "suits", "B", date(2026, 1, 1))
    day = date(2026, 7, 31)
    assert RateDefinition.objects.chosen(county, "suits", day) == "B"

    make_definition(county, "suits", "A", date(2026, 2, 1))
    assert RateDefinition.objects.chosen(county, "suits", day) == "A"
    assert RateDefinition.objects.chosen(county, "filings", day) == ""


@pytest.mark.parametrize(
    ("given", "code"),
    [({"definition": "C"}, "unknown_definition"), ({"from_day": date(2026, 7, 31)}, "past_definition")],
)
def test_a_definition_that_is_none_or_would_change_the_past_is_refused(county, supervisor, given, code):
    asked = {"rate": "suits", "definition": "B", "from_day": date(2026, 8, 1), "basis": "考核办法"}
    with pytest.raises(Refused) as refused:
        define_rate(county, by=supervisor, **(asked | given))
    assert refused.value.code == code


def test_correcting_keeps_what_stood_there(county, supervisor):
    figure = report_figures(county, by=supervisor, month=date(2026, 7, 20), **SAID)

    correct_figures(figure, by=supervisor, reason="法院更正通报", civil_first_instance=790)

    figure.refresh_from_db()
    kept = figure.corrections.get()
    assert (figure.month, figure.civil_first_instance) == (date(2026, 7, 1), 790)
    assert (kept.civil_first_instance, kept.reason, kept.replaced_by) == (800, "法院更正通报", supervisor)
    with pytest.raises(Refused):
        correct_figures(figure, by=supervisor, reason="又一次", civil_first_instance=790)


@pytest.mark.parametrize(
    ("code", "month", "error"),
    [("990101001", date(2026, 7, 1), Refused), ("990101", date(2026, 9, 1), Refused)],
)
def test_a_township_or_a_month_to_come_is_refused(country, supervisor, code, month, error):
    with pytest.raises(error):
        report_figures(country[code], by=supervisor, month=month, **SAID)


def test_a_month_is_reported_once_and_only_at_home(county, country, supervisor):
    report_figures(county, by=supervisor, month=date(2026, 7, 1), **SAID)

    with pytest.raises(ValidationError, match="请在原数据上更正"):
        report_figures(county, by=supervisor, month=date(2026, 7, 9), **SAID)
    with pytest.raises(PermissionDenied):
        report_figures(country["990102"], by=supervisor, month=date(2026, 7, 1), **SAID)


def test_page_and_api_print_the_definition(two_years, county, supervisor, client):
    client.force_login(supervisor)
    asked = {"from": "2026-01-01", "to": "2026-07-31"}

    page = client.get(RATES, asked).content.decode()
    answer = client.get("/api/v1/litigation-rates/", asked).json()

    formula = str(registry.indicators()["litigation.suits_per_resident"].formula)
    assert "口径 A" in page
    assert formula in page
    assert "−7.7%" in page
    assert answer["rates"][0]["formula"] == formula
    assert (answer["rates"][0]["definition"], answer["filings"]["change"]) == ("A", -7.7)


def test_forms_report_correct_and_define(county, supervisor, client):
    client.force_login(supervisor)
    client.post(reverse("disputes:litigation_report"), SAID | {"area": county.pk, "month": "2026-07-15"})
    figure = LitigationFigure.objects.get()

    correct = reverse("disputes:litigation_correct", args=[figure.pk])
    client.post(correct, SAID | {"civil_first_instance": 700, "reason": "法院更正"})
    way = {"area": county.pk, "way": "filings:B", "from_day": "2026-08-01", "basis": "办法"}
    client.post(reverse("disputes:rate_define"), way)

    figure.refresh_from_db()
    assert figure.civil_first_instance == 700
    assert RateDefinition.objects.get().definition == "B"
    assert (
        "更正前的数据" in client.get(reverse("disputes:litigation_detail", args=[figure.pk])).content.decode()
    )


def test_a_second_report_of_a_month_is_answered_with_a_sentence(county, supervisor, client):
    client.force_login(supervisor)
    make_litigation(county, date(2026, 7, 1))

    page = client.post(
        reverse("disputes:litigation_report"), SAID | {"area": county.pk, "month": "2026-07-15"}
    )
    api = client.post(
        "/api/v1/litigation-figures/", SAID | {"area": "990101", "month": "2026-07-01"}, "application/json"
    )
    assert page.status_code == 400
    assert "请在原数据上更正" in page.content.decode()
    assert api.status_code == 400
    assert "请在原数据上更正" in api.content.decode()


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def in_file(month: str, **more) -> dict:
    return SAID | {"area": "990101", "month": month} | more


def test_a_file_brings_months_in_and_corrects_what_is_there(county, supervisor, files):
    make_litigation(county, date(2026, 6, 1), **SAID)
    rows = [in_file("2026-06-01", civil_first_instance=790), in_file("2026-07-01")]
    found = checked("litigation", rows, by=supervisor, area=county)
    assert (found.state, found.new, found.changed) == ("checked", 1, 1)

    apply_import(found, by=supervisor)
    work_off()

    june, july = LitigationFigure.objects.order_by("month")
    assert (june.civil_first_instance, july.civil_first_instance) == (790, 800)
    assert june.corrections.get().civil_first_instance == 800


def test_a_file_with_wrong_places_and_months_says_so(county, supervisor, files):
    rows = [
        in_file("2026-06-01", area="990102"),
        in_file("2026-06-02", area="990101001"),
        in_file("2026-09-01"),
        in_file("2026-05-01"),
        in_file("2026-05-20"),
        in_file("2026-04-01", population_resident=0),
    ]
    found = checked("litigation", rows, by=supervisor, area=county)

    assert (found.bad, found.new) == (5, 1)
    assert not LitigationFigure.objects.exists()


def test_what_was_taken_out_is_no_change_when_it_comes_back(county, supervisor, files):
    make_litigation(county, date(2026, 6, 1), **SAID)
    kept = start_export(layout_of("litigation"), by=supervisor)
    work_off()
    kept.refresh_from_db()

    with kept.file.open() as file:
        found = checked("litigation", file.read(), by=supervisor, area=county)
    assert (found.state, found.total, found.same) == ("checked", 1, 1)
