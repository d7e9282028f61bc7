"""The register of rules: from the first draft to the day it is repealed, with its history."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.kernel.days import today
from governance.kernel.errors import Refused
from property.actions.regulations import draft_regulation, revise_regulation, step_regulation
from property.states.regulations import REGULATION_STEPS, RegulationState
from tests.factories.people import make_user
from tests.factories.programmes import make_regulation

ISSUED = {"issued_no": "金政办发〔2026〕3号", "issued_on": date(2026, 1, 5)}
KEPT = {"drafting": {}, "consulting": {}, "issued": ISSUED, "repealed": ISSUED}


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def officer(county):
    return make_user("property_officer", county)


def refusal(verb, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    return caught.value


def test_a_rule_goes_from_draft_to_repeal_and_keeps_its_history(county, officer):
    rule = draft_regulation(county, by=officer, title="公共收益管理办法", owner_office="住建局", batch=3)
    revise_regulation(rule, by=officer, text="第一条 总则。\n第二条 收支。")
    rule.refresh_from_db()
    step_regulation(rule, "consult", by=officer)
    step_regulation(rule, "redraft", by=officer, note="补充审计条款")
    step_regulation(rule, "consult", by=officer)
    step_regulation(rule, "issue", by=officer, **ISSUED)
    step_regulation(rule, "repeal", by=officer, note="并入新办法")

    rule.refresh_from_db()
    assert (rule.state, rule.issued_no, rule.repealed_on) == ("repealed", ISSUED["issued_no"], today())
    assert [move.step for move in rule.moves.order_by("pk")] == [
        "draft", "revise", "consult", "redraft", "consult", "issue", "repeal"
    ]  # fmt: skip


@pytest.mark.parametrize("state", RegulationState.values)
@pytest.mark.parametrize("step", REGULATION_STEPS)
def test_each_step_begins_in_its_own_states_only(county, officer, state, step):
    rule = make_regulation(county, state=state, **KEPT[state])
    given = {"note": "理由", **(ISSUED if step == "issue" else {})}
    if state in REGULATION_STEPS[step].sources:
        step_regulation(rule, step, by=officer, **given)
        assert rule.state == REGULATION_STEPS[step].target
    else:
        assert refusal(step_regulation, rule, step, by=officer, **given).code == "wrong_state"


def test_issuing_takes_text_number_and_a_day_that_has_come(county, officer):
    rule = make_regulation(county, text="")
    message = refusal(step_regulation, rule, "issue", by=officer).message
    assert all(words in message for words in ("制度正文", "发文字号", "印发日期"))

    ahead = ISSUED | {"issued_on": today() + timedelta(days=1)}
    rule = make_regulation(county)
    assert "不晚于今天" in refusal(step_regulation, rule, "issue", by=officer, **ahead).message


@pytest.mark.parametrize("step", ["redraft", "repeal"])
def test_going_back_and_repealing_take_a_reason(county, officer, step):
    state = "consulting" if step == "redraft" else "issued"
    rule = make_regulation(county, state=state, **KEPT[state])
    assert refusal(step_regulation, rule, step, by=officer, note=" ").code == "reason_required"


def test_an_issued_rule_is_not_revised(county, officer):
    rule = make_regulation(county, state="issued", **ISSUED)
    assert refusal(revise_regulation, rule, by=officer, text="改").code == "already_issued"


def test_a_title_stands_once_until_it_is_repealed(county, officer):
    make_regulation(county, title="议事规则", state="repealed", **ISSUED)
    draft_regulation(county, by=officer, title="议事规则", owner_office="街道")
    with pytest.raises(ValidationError, match="同名制度"):
        draft_regulation(county, by=officer, title="议事规则", owner_office="街道")


def test_rules_are_kept_by_those_who_run_programmes_there(country, county):
    for person in (make_user("department_handler", county), make_user("property_officer", country["990102"])):
        with pytest.raises(PermissionDenied):
            draft_regulation(county, by=person, title="办法", owner_office="局")


def test_a_street_reads_what_holds_for_it_from_above(client, country, county):
    given = {"text": "第一条 总则。", **ISSUED}
    city = make_regulation(country["9901"], title="市级办法", state="issued", **given)
    rule = make_regulation(county, title="县级办法", state="issued", **given)
    make_regulation(county, title="县级草案")
    make_regulation(county, title="县级旧办法", state="repealed", **given)
    make_regulation(country["990102"], title="别县办法", state="issued", **given)
    client.force_login(make_user("street_deputy", country["990101001"]))

    for rows in (
        [row.title for row in client.get("/property/regulations/").context["page"]],
        [row["title"] for row in client.get("/api/v1/regulations/").json()["results"]],
    ):
        assert sorted(rows) == ["县级办法", "市级办法"]
    page = client.get(f"/property/regulations/{rule.pk}/").content.decode()
    assert ("第一条 总则。" in page, "修改制度" in page, "废止" in page) == (True, False, False)
    assert client.get(f"/api/v1/regulations/{city.pk}/").status_code == 200


def test_what_holds_from_above_is_read_and_not_changed(client, country, county):
    rule = make_regulation(county, state="issued", text="第一条", **ISSUED)
    client.force_login(make_user("street_deputy", country["990101001"]))
    repeal = {"note": "不再适用"}
    assert client.post(f"/property/regulations/{rule.pk}/repeal/", repeal).status_code == 403
    url = f"/api/v1/regulations/{rule.pk}/step/"
    assert client.post(url, {"step": "repeal", **repeal}, content_type="application/json").status_code == 403
    rule.refresh_from_db()
    assert rule.state == "issued"
