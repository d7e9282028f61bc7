from datetime import date

from property.enums import CommitteeKind
from property.reminders import elections_due, ended_terms, late_filings
from tests.factories.grids import make_compound
from tests.factories.property import make_committee

ELECTED = date(2026, 1, 5)  # to be filed by 4 February


def lags(finder, area, day: date) -> list[tuple[str, int]]:
    return [(item.key.partition(":")[0], item.days_late) for item in finder(area, day)]


def test_a_committee_not_filed_within_its_days_comes_before_the_dispatch(country):
    committee = make_committee(make_compound(country["990101001001"]), since=ELECTED)
    assert lags(late_filings, country["990101"], date(2026, 2, 4)) == []
    assert lags(late_filings, country["990101"], date(2026, 2, 6)) == [("property.filing", 2)]
    assert lags(late_filings, country["990102"], date(2026, 2, 6)) == []
    committee.filing_no, committee.filed_on = "备2026-1", date(2026, 2, 10)
    committee.save()
    days = (date(2026, 2, 9), date(2026, 2, 10))
    assert [len(late_filings(country["990101"], day)) for day in days] == [1, 0]


def test_a_committee_whose_term_is_over_comes_before_the_dispatch_until_it_ends(country):
    compound = make_compound(country["990101001001"])
    make_committee(compound, term_ends_on=date(2026, 3, 1), until=date(2026, 3, 20))
    found = [lags(ended_terms, country["990101"], date(2026, 3, day)) for day in (1, 4, 20)]
    assert found == [[], [("property.term", 3)], []]


def test_an_election_comes_before_the_dispatch_three_months_ahead(country):
    ends = {"term_ends_on": date(2026, 6, 1)}
    committee = make_committee(make_compound(country["990101001001"]), **ends)
    make_committee(make_compound(country["990101001001"]), CommitteeKind.MANAGEMENT, **ends)
    make_committee(make_compound(country["990101001001"]), until=date(2026, 3, 1), **ends)
    days = [date(2026, 3, 2), date(2026, 3, 3), date(2026, 6, 1), date(2026, 6, 2)]
    found = [elections_due(country["990101"], day) for day in days]
    assert [len(items) for items in found] == [0, 1, 1, 0]
    assert (found[1][0].lag, found[1][0].days_late, found[1][0].key) == (
        "还有 90 天到期", 0, f"property.election:{committee.pk}",
    )  # fmt: skip


def test_reminders_take_as_many_queries_for_three_rows_as_for_one(country, django_assert_num_queries):
    for rows in (1, 3):
        while len(late_filings(country["990101"], date(2026, 2, 6))) < rows:
            make_committee(make_compound(country["990101001001"]), since=ELECTED)
        with django_assert_num_queries(1):
            assert len(late_filings(country["990101"], date(2026, 2, 6))) == rows
