"""The pages of a series: what they show, what they cost, what a press does."""

import pytest
from django.urls import reverse

from disputes.actions.series_steps import step_households
from disputes.models import Series, SeriesMember
from tests.factories.disputes import make_dispute
from tests.factories.people import make_user
from tests.factories.series import make_household, make_series


@pytest.fixture
def series(grid):
    return make_series(make_dispute(grid), households=3)


@pytest.fixture
def officer(client, dispatcher):
    client.force_login(dispatcher)
    return client


def page_of(series, name="series_detail", *args):
    return reverse(f"disputes:{name}", args=[series.pk, *args])


def press(client, series, step="inform", *, rows=None, query="", **more):
    rows = [member.pk for member in series.members.all()] if rows is None else rows
    given = {"step": step, "note": "社区会议", "version": series.version, "rows": rows} | more
    return client.post(page_of(series, "series_step") + query, given)


def test_matrix_costs_the_same_for_three_households_and_thirty(
    series, officer, dispatcher, django_assert_num_queries
):
    step_households(series, series.members.all(), "inform", by=dispatcher, note="会上")
    officer.get(page_of(series))
    with django_assert_num_queries(9):
        officer.get(page_of(series))
    for number in range(27):
        make_household(series, f"又{number}")
    step_households(series, series.members.filter(state="listed"), "inform", by=dispatcher, note="会上")
    with django_assert_num_queries(9):
        answer = officer.get(page_of(series))
    assert len(answer.context["rows"]) == 30


def test_list_costs_the_same_for_one_series_and_three(series, officer, grid, django_assert_num_queries):
    officer.get(reverse("disputes:series_list"))
    with django_assert_num_queries(5):
        officer.get(reverse("disputes:series_list"))
    make_series(make_dispute(grid))
    make_series(make_dispute(grid))
    with django_assert_num_queries(5):
        answer = officer.get(reverse("disputes:series_list"))
    assert len(answer.context["rows"]) == 3


def test_page_shows_masked_names_days_and_figures(series, officer, dispatcher):
    step_households(series, series.members.filter(household="1号"), "pay", by=dispatcher, note="银行流水")

    text = officer.get(page_of(series)).content.decode()

    assert "欧**远" in text
    assert "欧阳修远" not in text
    assert "1 / 3 户" in text
    assert "1,200 / 3,600 元" in text
    assert "2 户还没有告知" in text


def test_state_and_words_narrow_the_matrix(series, officer):
    make_household(series, "北2户", state="refused")

    def found(**query):
        return [row["member"].household for row in officer.get(page_of(series), query).context["rows"]]

    assert found(state="refused") == ["北2户"]
    assert found(q="北2") == ["北2户"]
    assert found(q="没有") == []
    assert officer.get(page_of(series), {"stat": "x"}).status_code == 400


def test_press_moves_the_ticked_and_comes_back_to_the_same_view(series, officer):
    first = series.members.first()

    answer = press(officer, series, rows=[first.pk], query="?state=listed")

    assert answer.headers["Location"] == page_of(series) + "?state=listed"
    assert list(series.members.values_list("state", flat=True)) == ["informed", "listed", "listed"]


def test_press_for_everyone_means_those_the_filter_shows(series, officer):
    make_household(series, "北2户")

    press(officer, series, rows=[], everyone="1", query="?q=北2")

    assert list(series.members.filter(state="informed").values_list("household", flat=True)) == ["北2户"]


def test_refused_press_keeps_what_was_ticked_and_written(series, officer, dispatcher):
    rows = [member.pk for member in series.members.all()[:2]]
    step_households(series, series.members.filter(pk=rows[0]), "pay", by=dispatcher, note="银行流水")
    series.refresh_from_db()

    answer = press(officer, series, rows=rows, note="电话告知")

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "1号现在是「已缴清」，不能告知" in text
    assert text.count(" checked") == 2
    assert 'value="电话告知"' in text


def test_press_without_reason_or_with_nonsense_is_400_or_says_what_lacks(series, officer):
    assert press(officer, series, note="").status_code == 400
    assert press(officer, series, step="vanish").status_code == 400
    assert press(officer, series, version="x").status_code == 400
    nothing = press(officer, series, rows=["x", "9" * 30])
    assert (nothing.status_code, "没有选择任何一户" in nothing.content.decode()) == (409, True)
    assert set(series.members.values_list("state", flat=True)) == {"listed"}


def test_older_page_is_refused(series, officer):
    seen = series.version
    press(officer, series)

    answer = press(officer, series, "promise", version=seen)

    assert answer.status_code == 409
    assert "刚刚被别人改过" in answer.content.decode()


def test_undo_button_takes_the_step_back(series, officer):
    press(officer, series)
    step = series.steps.get()

    officer.post(page_of(series, "series_undo", step.pk), {"note": "点错了"})

    assert set(series.members.values_list("state", flat=True)) == {"listed"}
    assert "已更正" in officer.get(page_of(series)).content.decode()


def test_viewer_sees_and_may_not_press(series, client, grid):
    client.force_login(make_user("grid_worker", grid))

    page = client.get(page_of(series))

    assert (page.status_code, b'name="rows"' in page.content) == (200, False)
    assert press(client, series).status_code == 403


def test_series_is_opened_from_the_form(officer, grid):
    lead, other = make_dispute(grid), make_dispute(grid, place="5号楼")
    address = f"{reverse('disputes:series_open')}?lead={lead.case.number}&also={other.case.number}"
    assert officer.get(address).context["form"]["lead"].value() == lead.case.number

    given = {"title": "漏水系列案", "lead": lead.case.number, "household_role": "applicant"}
    answer = officer.post(address, given)

    series = Series.objects.get()
    assert answer.headers["Location"] == page_of(series)
    assert series.members.get().dispute == other


def test_opening_after_a_foreign_dispute_is_refused_like_an_unknown_one(officer, country):
    foreign = make_dispute(country["990102001"])
    given = {"title": "漏水", "lead": foreign.case.number, "household_role": "applicant"}

    for lead in (foreign.case.number, "没有"):
        answer = officer.post(reverse("disputes:series_open"), given | {"lead": lead})
        assert (answer.status_code, "没有这个编号的纠纷" in answer.content.decode()) == (400, True)
    assert Series.objects.count() == 0


def test_template_is_changed_and_a_wrong_one_comes_back(series, officer):
    given = {"title": "新名称", "household_role": "respondent"}
    wrong = officer.post(page_of(series, "series_edit"), given | {"agreement_text": "交 {数额}"})
    assert (wrong.status_code, "不认识的填写项" in wrong.content.decode()) == (400, True)

    officer.post(page_of(series, "series_edit"), given | {"agreement_text": "{姓名} 交 {金额} 元"})

    series.refresh_from_db()
    assert (series.title, series.agreement_text) == ("新名称", "{姓名} 交 {金额} 元")
    assert SeriesMember.objects.filter(series=series).count() == 3


def test_closing_with_households_left_says_how_many(series, officer):
    answer = officer.post(page_of(series, "series_close"), {"note": "办完"})

    assert (answer.status_code, "还有 3 户没有结果" in answer.content.decode()) == (409, True)
