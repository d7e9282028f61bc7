"""Disputes by kind: one set of rows under two schemes, and the national table."""

import csv
import random
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from disputes.actions.classification import load_schemes, map_category
from disputes.models import Category, CategoryMap, Dispute, SchemeKind
from disputes.models.standard import standard_columns
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.masking import mask_name
from tests.factories.classification import make_schemes
from tests.factories.disputes import make_accepted, make_agreement, make_party
from tests.factories.people import make_user

REPORT = reverse("disputes:category_report")
SCHEMES = ["", "justice"]


@pytest.fixture
def year(grid):
    """Sixty disputes of any kind and end within a year; two thirds of them this month."""
    make_schemes()
    dice = random.Random(4)
    codes = list(Category.objects.filter(parent__isnull=False).values_list("pk", flat=True))
    for _number in range(60):
        outcome = dice.choice(["", "resolved", "failed", "refused"])
        dispute = make_accepted(
            grid,
            category=dice.choice(codes),
            parties=False,
            outcome=outcome,
            resolved_on=today() if outcome == "resolved" else None,
            accepted_on=today() - timedelta(days=dice.choice([0, 0, 400])),
            dispute={"people_count": dice.randint(2, 9)},
        )
        if outcome == "resolved":
            make_agreement(dispute, dice.choice(["written", "oral"]), amount_cents=dice.randint(0, 9_000_000))


@pytest.fixture
def officer(client, dispatcher):
    client.force_login(dispatcher)
    return client


@pytest.fixture
def admin(country):
    return make_user("system_admin", country["9901"])


def first_levels(lines):
    return [line.tally.cases for line in lines if line.level == 1]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_report_adds_up_to_the_list_of_the_same_period(year, officer, scheme):
    page = officer.get(REPORT, {"scheme": scheme, "accepted_from": today(), "accepted_to": today()})

    lines, total = page.context["lines"], page.context["total"]
    listed = Dispute.objects.filter(case__accepted_on=today())
    assert sum(first_levels(lines)) == total.cases == listed.count()
    assert total.settled == listed.filter(case__outcome="resolved").count() == total.written + total.oral
    assert total.amount_cents > 0


def test_both_schemes_report_the_same_total(year, officer):
    everything = {"accepted_from": "2000-01-01"}
    totals = [officer.get(REPORT, {"scheme": scheme, **everything}).context["total"] for scheme in SCHEMES]

    assert totals[0] == totals[1]
    assert totals[0].cases == 60


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_line_opens_the_disputes_it_counts(year, officer, scheme):
    page = officer.get(REPORT, {"scheme": scheme, "accepted_from": "2000-01-01"})

    found = {line.code: line for line in page.context["lines"] if line.tally.cases}
    opened = {code: officer.get(line.list_url).context["page"].count for code, line in found.items()}
    assert opened == {code: line.tally.cases for code, line in found.items()}


def test_second_levels_add_up_to_their_first_level(year, officer):
    lines = officer.get(REPORT, {"accepted_from": "2000-01-01"}).context["lines"]

    for first in (line for line in lines if line.level == 1):
        below = [line.tally.cases for line in lines if line.level == 2 and line.code.startswith(first.code)]
        assert not below or sum(below) == first.tally.cases


def test_report_costs_the_same_however_many_disputes(year, officer, grid, django_assert_num_queries):
    officer.get(REPORT, {"scheme": "justice"})
    with django_assert_num_queries(10):
        officer.get(REPORT, {"scheme": "justice"})
    make_accepted(grid)
    with django_assert_num_queries(10):
        officer.get(REPORT, {"scheme": "justice"})


def test_report_of_another_county_is_not_found(year, officer):
    assert officer.get(REPORT, {"area": "990102"}).status_code == 404


@pytest.mark.parametrize(
    "asked", [{"format": "pdf"}, {"nothing": "1"}, {"scheme": "else"}, {"accepted_from": "x"}]
)
def test_nonsense_is_refused_with_a_page(year, officer, asked):
    assert officer.get(REPORT, asked).status_code == 400


def test_report_leaves_as_csv_and_as_workbook_with_the_same_rows(year, officer):
    asked = {"scheme": "justice", "accepted_from": "2000-01-01"}
    text = officer.get(REPORT, asked | {"format": "csv"}).content.decode("utf-8-sig")
    book = CalamineWorkbook.from_filelike(BytesIO(officer.get(REPORT, asked | {"format": "xlsx"}).content))

    rows = list(csv.reader(text.splitlines()))
    sheet = book.get_sheet_by_index(0).to_python()
    assert len(rows) == 1 + 18 + 1
    assert rows[-1][1:3] == ["合计", "60"]
    assert sheet[0][0] == "司法行政人民调解统计：矛盾纠纷分类统计"
    assert [row[1] for row in sheet[3:]] == [row[1] for row in rows]
    assert sheet[-1][2] == 60


def test_a_category_nobody_mapped_counts_as_other(db):
    make_schemes()
    other = SchemeKind.objects.get(scheme="justice", is_rest=True)

    assert {"1501", "99"} <= set(other.categories)
    assert SchemeKind.objects.get(code="14").categories == ["0402"]
    assert "0402" not in other.categories


def test_mapping_moves_a_category_and_is_on_record(db, admin):
    make_schemes()
    tourism = SchemeKind.objects.get(code="15")

    map_category(Category.objects.get(pk="0601"), by=admin, scheme="justice", kind=tourism)

    assert tourism.categories == ["0601"]
    event = AuditEvent.objects.get(action="disputes.map_category")
    assert (event.before, event.after) == ({"kind": "11"}, {"scheme": "justice", "kind": "15"})


def test_preset_loaded_again_keeps_what_the_office_changed(db, admin):
    make_schemes()
    map_category(
        Category.objects.get(pk="0601"), by=admin, scheme="justice", kind=SchemeKind.objects.get(code="15")
    )

    make_schemes()

    assert CategoryMap.objects.get(category="0601").kind.code == "15"


def test_mapping_into_another_scheme_is_refused(db, admin):
    make_schemes()
    stranger = SchemeKind.objects.create(scheme="else", code="1", name="别处")

    with pytest.raises(Refused):
        map_category(Category.objects.get(pk="0601"), by=admin, scheme="justice", kind=stranger)


def test_page_and_api_map_alike(client, admin):
    make_schemes()
    client.force_login(admin)
    page = reverse("disputes:category_map_edit", args=["justice", "0601"])

    client.post(page, {"kind": SchemeKind.objects.get(code="15").pk})
    assert SchemeKind.objects.get(code="15").categories == ["0601"]
    client.post(page, {"kind": ""})
    assert "0601" in SchemeKind.objects.get(code="04").categories
    assert client.get(reverse("disputes:category_map_edit", args=["else", "0601"])).status_code == 404


def test_api_reports_what_the_page_reports(year, officer):
    asked = {"scheme": "justice", "accepted_from": "2000-01-01"}
    answer = officer.get("/api/v1/category-reports/", asked).json()

    page = officer.get(REPORT, asked)
    assert answer["total"]["cases"] == page.context["total"].cases == 60
    assert [line["tally"]["cases"] for line in answer["lines"]] == first_levels(page.context["lines"])


def test_api_answers_an_unknown_kind_with_a_sentence(client, admin):
    make_schemes()
    client.force_login(admin)
    body = {"scheme": "justice", "category": "0601", "kind": "77"}

    answer = client.post("/api/v1/category-maps/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["errors"] == {"kind": ["没有这个统计类别，请从类别对照中选取代码。"]}


def test_standard_table_has_27_columns_and_nothing_personal(grid, officer):
    dispute = make_accepted(grid, parties=False, title="漏水", dispute={"people_count": 3})
    make_party(dispute, name="欧阳修远", id_no="11010519491231002X")
    make_party(dispute, name="李四")

    text = officer.get(reverse("disputes:standard_file")).getvalue().decode("utf-8-sig")

    head, row = csv.reader(text.splitlines())
    found = dict(zip(head, row, strict=True))
    assert len(head) == 27
    assert found["主要当事人姓名"] == "欧**远"
    assert found["主要当事人证件号码"] == "110***********002X"
    assert (found["事件类别"], found["涉及人数"]) == ("0402", "3")
    assert "欧阳修远" not in text


@pytest.mark.parametrize("name", ["王", "张三", "李小四", "欧阳修远", "阿卜杜拉·买买提"])
def test_names_are_masked_in_sql_as_everywhere(grid, name):
    dispute = make_accepted(grid, parties=False)
    make_party(dispute, name=name)

    row = Dispute.objects.annotate(**standard_columns()).values("party_name").get()
    assert row["party_name"] == mask_name(name)


def test_unknown_categories_of_a_preset_are_passed_over(db):
    load_schemes([{"scheme": "justice", "code": "01", "name": "婚姻家庭", "categories": ["7777"]}])
    assert not CategoryMap.objects.exists()
