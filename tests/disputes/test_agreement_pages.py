"""The mediator's pages from the draft to the receipt; bad input by page and API: one sentence, nothing written."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from disputes.models import Agreement, Dispute, MediationSession
from governance.casework.models import Case
from governance.kernel.days import today
from tests.factories.disputes import make_session
from tests.factories.files import picture_upload
from tests.factories.lifecycle import dispute_in, make_obligation


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def at(grid, officer):
    seat = officer.live_holdings[1].post
    return lambda state, step="": dispute_in(grid, state, owner=seat, step=step)


def page(name: str, dispute: Dispute, *more) -> str:
    return reverse(f"disputes:{name}", args=[dispute.case.number, *more])


def over_api(client, dispute: Dispute, path: str, **body):
    address = f"/api/v1/disputes/{dispute.case.number}/{path}/"
    return client.post(address, json.dumps(body, default=str), content_type="application/json")


def sheet(dispute: Dispute, **more) -> dict:
    one, other = dispute.parties.order_by("id")
    return {
        "content": "三日内付清", "copies": 3, f"party-{one.pk}-amount_cents": "1000.50",
        f"party-{one.pk}-signed_on": today().isoformat(), "duty-TOTAL_FORMS": 2, "duty-INITIAL_FORMS": 0,
        "duty-0-obliged": other.pk, "duty-0-entitled": one.pk, "duty-0-what": "付清工资",
        "duty-0-due_on": (today() + timedelta(days=3)).isoformat(), "duty-0-amount_cents": "1000.50",
    } | more  # fmt: skip


def test_draft_is_kept_with_amounts_signatures_and_schedule(at, desk):
    dispute = at("mediating")

    answer = desk.post(page("agreement_draft", dispute), sheet(dispute))
    again = desk.get(page("agreement_draft", dispute))

    draft = Agreement.objects.get()
    assert answer.status_code == 302
    assert (draft.is_draft, draft.obligations.get().amount_cents) == (True, 100_050)
    assert draft.parties.filter(signed_on=today(), amount_cents=100_050).count() == 1
    assert "三日内付清" in again.content.decode()


def test_second_draft_shows_both_versions_and_goes_on_from_there(at, desk):
    dispute = at("mediating")
    desk.post(page("agreement_draft", dispute), sheet(dispute, content="别人的稿子"))

    mine = {name: "" if name.startswith("duty-0-") else text for name, text in sheet(dispute).items()}
    conflict = desk.post(page("agreement_draft", dispute), mine | {"content": "我的稿子"})
    text = conflict.content.decode()
    merged = desk.post(page("agreement_draft", dispute), sheet(dispute, content="合并", version=1))

    assert conflict.status_code == 409
    assert "别人的稿子" in text
    assert "我的稿子" in text
    assert (merged.status_code, Agreement.objects.get().content) == (302, "合并")


def test_second_record_of_a_sitting_shows_both_versions(at, desk):
    dispute = at("mediating")
    sitting = make_session(dispute, record="别人记的")
    MediationSession.objects.filter(pk=sitting.pk).update(version=2)
    given = {"held_on": today().isoformat(), "record": "我记的", "version": 1}

    conflict = desk.post(page("sitting_edit", dispute, sitting.pk), given)
    over_the_wire = over_api(desk, dispute, f"sittings/{sitting.pk}", record="我记的", version=1)
    merged = desk.post(page("sitting_edit", dispute, sitting.pk), given | {"record": "合并", "version": 2})

    assert (conflict.status_code, over_the_wire.status_code, merged.status_code) == (409, 409, 302)
    assert "别人记的" in conflict.content.decode()
    assert "我记的" in conflict.content.decode()
    assert over_the_wire.json()["code"] == "changed_meanwhile"
    assert MediationSession.objects.get().record == "合并"


def test_sitting_is_recorded_with_who_came(at, desk):
    dispute = at("mediating")
    came = [party.pk for party in dispute.parties.all()]
    given = {"held_on": today().isoformat(), "place": "调解室", "parties": came, "invited": "王老师"}

    refused = desk.post(page("sitting_record", dispute), given)
    desk.post(page("sitting_record", dispute), given | {"consent": "on"})

    assert refused.status_code == 400
    assert "同意" in refused.content.decode()
    assert MediationSession.objects.get().attendance.count() == 3


def test_receipt_with_a_picture_ends_the_obligation(at, desk):
    dispute = at("performing")
    row = dispute.agreements.in_force().obligations.get()

    shown = desk.get(page("case_detail", dispute)).content.decode()
    answer = desk.post(page("obligation_perform", dispute, row.pk), {
        "performed_on": today().isoformat(), "receipt_note": "转账", "photo": picture_upload(),
    })  # fmt: skip

    row.refresh_from_db()
    assert "还有 10 天" in shown
    assert (answer.status_code, row.performed_on, bool(row.receipt_id)) == (302, today(), True)


def test_case_page_counts_down_to_the_last_day_to_confirm(at, desk):
    text = desk.get(page("case_detail", at("agreed_written"))).content.decode()

    assert "还剩 30 天可以申请司法确认" in text


@pytest.mark.parametrize("lines", [1, 3])
def test_case_page_costs_the_same_for_one_obligation_and_three(
    lines, at, desk, django_assert_max_num_queries
):
    dispute = at("performing")
    for _line in range(lines - 1):
        make_obligation(dispute.agreements.in_force())
    desk.get(page("case_detail", dispute))

    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(page("case_detail", dispute))


MOST_QUERIES = 48
NOTE = {"note": "情况属实"}
# state, step, the form's input, the API's body, what the sentence names
BAD = {
    "party missing": ("mediating", "agree_in_writing", {"content": "付清"}, {"content": "付清"}, "李*四"),
    "return without reason": ("assigned", "return", {}, {}, "理由"),
    "extension too long": (
        "mediating",
        "ask_extension",
        {"amount": 9} | NOTE,
        {"amount": 9} | NOTE,
        "最多延长",
    ),
    "escalation while paused": ("suspended", "escalate", NOTE, NOTE, "先恢复调解"),
    "open obligations": ("followed_up", "close", {}, {}, "支付工资"),
    "long summary": (
        "mediating",
        "agree_in_writing",
        {"content": "长" * 4001},
        {"content": "长" * 4001},
        "4000",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_answered_by_one_sentence_and_leaves_the_case(name, at, desk, country):
    state, step, form, body, named = BAD[name]
    dispute = at(state)
    if step in {"agree_in_writing"}:
        one = dispute.parties.order_by("id").first()
        form, body = form | {"parties": [one.pk], "method": "0103"}, body | {"parties": [one.pk]}
    if step == "escalate":
        form, body = form | {"to": country["990101"].pk}, body | {"to": "990101"}
    if step == "close":
        make_obligation(dispute.agreements.in_force())

    shown = desk.post(page("case_step", dispute, step), form)
    sent = over_api(desk, dispute, step, **body)

    assert shown.status_code in {400, 409}
    assert sent.status_code in {400, 409}
    assert named in shown.content.decode()
    assert named in json.dumps(sent.json(), ensure_ascii=False)
    assert Case.objects.get(pk=dispute.pk).state == state


def test_second_extension_is_refused_by_page_and_api(at, desk):
    dispute = at("mediating")
    given = {"amount": 1} | NOTE
    desk.post(page("case_step", dispute, "ask_extension"), given)

    shown = desk.post(page("case_step", dispute, "ask_extension"), given)
    sent = over_api(desk, dispute, "ask_extension", **given)

    assert (shown.status_code, sent.status_code) == (409, 409)
    assert "只能延期一次" in shown.content.decode()
    assert sent.json()["code"] == "extended_once"


def test_dispute_over_the_api_shows_its_papers(at, desk):
    dispute = at("performing")
    party = dispute.parties.first().pk

    over_api(desk, dispute, "apply_confirmation", court="区人民法院", applicants=[party], papers=[])
    row = dispute.agreements.in_force().obligations.get()
    done = over_api(desk, dispute, f"obligations/{row.pk}/perform", receipt_note="转账").json()

    assert done["agreements"][0]["obligations"][0]["performed_on"] == today().isoformat()
    assert done["agreements"][0]["last_day_to_confirm"] == (today() + timedelta(days=30)).isoformat()


def test_draft_and_sitting_over_the_api(at, desk):
    dispute = at("joint")
    one, other = dispute.parties.order_by("id")
    duty = {"obliged": other.pk, "entitled": one.pk, "what": "付清", "due_on": today()}
    share = {"party": one.pk, "amount_cents": 100, "signed_on": today()}

    drafted = over_api(desk, dispute, "draft", content="三日内付清", shares=[share], obligations=[duty])
    again = over_api(desk, dispute, "draft", content="三日内付清")
    sat = over_api(desk, dispute, "sittings", attendance=[{"party": one.pk, "role": "party"}])
    foreign = over_api(desk, dispute, "sittings", attendance=[{"party": 999_999, "role": "party"}])

    assert [answer.status_code for answer in (drafted, again, sat, foreign)] == [200, 409, 200, 400]
    assert drafted.json()["agreements"][0]["effective_on"] is None
    assert sat.json()["sittings"][0]["attendance"][0]["party_id"] == one.pk
