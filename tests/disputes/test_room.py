"""The joint table: tasks and opinions of organs, who speaks for whom, sittings, one agreement, each one's result."""

from datetime import timedelta

import pytest
from django.urls import reverse

from disputes.actions.group import choose_representatives, record_results
from disputes.actions.group_agreement import conclude_draft, draft_for_group, sign_draft
from disputes.actions.joint import give_opinion, set_task
from disputes.actions.performance import perform_obligation, start_performance
from disputes.models import Dispute, JointTask, Party
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.disputes import make_accepted, make_party, make_session
from tests.factories.orders import make_seat
from tests.factories.people import make_user
from tests.factories.room import call, make_draft, make_task

SOON = today() + timedelta(days=3)


@pytest.fixture
def mediator(country):
    return make_user("mediator", country["990101001"])


@pytest.fixture
def court(country):
    return make_user("department_handler", country["990101"])


@pytest.fixture
def dispute(grid, mediator):
    """At the joint table, owned by the mediator's seat: 张三 against 李小四."""
    post = mediator.live_holdings[0].post
    return make_accepted(grid, "joint", owner_post=post, owner_area=post.area, is_joint=True)


def seat(user):
    return user.live_holdings[0].post


def sides(dispute):
    return dispute.parties.get(role="applicant"), dispute.parties.get(role="respondent")


# tasks and opinions


def test_task_goes_to_an_organ_at_the_table(dispute, mediator, court):
    call(dispute, seat(court))

    task = set_task(dispute, by=mediator, organ=seat(court), task="核对工资表", due_on=SOON)

    assert (task.organ, task.done_on) == (seat(court), None)
    assert dispute.case.actions.last().kind == "joint_task"


@pytest.mark.parametrize("state", ["returned", "withdrawn"])
def test_organ_that_turned_away_gets_no_task(dispute, mediator, court, state):
    call(dispute, seat(court), state=state)

    with pytest.raises(Refused, match="还没有被请来联调"):
        set_task(dispute, by=mediator, organ=seat(court), task="核对工资表", due_on=SOON)


def test_task_is_not_due_in_the_past_and_not_given_twice(dispute, mediator, court):
    call(dispute, seat(court))
    make_task(dispute, seat(court))

    with pytest.raises(Refused, match="已经过去"):
        set_task(dispute, by=mediator, organ=seat(court), task="释法", due_on=today() - timedelta(days=1))
    with pytest.raises(Refused, match="已经有同样的任务"):
        set_task(dispute, by=mediator, organ=seat(court), task="核对工资表", due_on=SOON)


def test_organ_writes_its_own_opinion_and_nobody_elses(dispute, mediator, court):
    task = make_task(dispute, seat(court))

    with pytest.raises(Refused, match="别的单位不能代写"):
        give_opinion(task, by=mediator, opinion="应当支付")
    give_opinion(task, by=court, opinion="应当支付", is_done=True)

    task.refresh_from_db()
    assert (task.opinion, task.opinion_on, task.done_on) == ("应当支付", today(), today())


def test_opinion_needs_words(dispute, court):
    with pytest.raises(Refused, match="请写明意见"):
        give_opinion(make_task(dispute, seat(court)), by=court, opinion="  ")


def test_closed_dispute_takes_no_task(grid, mediator, court):
    closed = make_accepted(grid, "closed", outcome="failed", closed_on=today())
    call(closed, seat(court))

    with pytest.raises(Refused, match="已经办结"):
        set_task(closed, by=mediator, organ=seat(court), task="核对", due_on=SOON)


# representatives


def test_group_chooses_who_speaks_for_whom(dispute, mediator):
    first, _other = sides(dispute)
    more = [make_party(dispute, name=f"工友{n}", phone="") for n in range(2)]

    choose_representatives(
        dispute, by=mediator, representatives={first.pk}, spoken_for={party.pk: first.pk for party in more}
    )

    assert Party.objects.get(pk=first.pk).is_representative
    assert set(Party.objects.get(pk=first.pk).represented.all()) == set(more)


def test_at_most_five_speak_for_one_side(dispute, mediator, settings):
    many = {make_party(dispute, name=f"工友{n}", phone="").pk for n in range(6)}

    with pytest.raises(Refused, match="一方最多推选 5 名代表人"):
        choose_representatives(dispute, by=mediator, representatives=many, spoken_for={})
    settings.MOST_REPRESENTATIVES = 6
    choose_representatives(dispute, by=mediator, representatives=many, spoken_for={})

    assert dispute.parties.filter(is_representative=True).count() == 6


def test_nobody_is_spoken_for_by_the_other_side_or_by_no_representative(dispute, mediator):
    first, other = sides(dispute)
    more = make_party(dispute, name="工友", phone="")

    with pytest.raises(Refused, match="不是同一方"):
        choose_representatives(
            dispute, by=mediator, representatives={other.pk}, spoken_for={first.pk: other.pk}
        )
    with pytest.raises(Refused, match="不是代表人"):
        choose_representatives(dispute, by=mediator, representatives=set(), spoken_for={more.pk: first.pk})
    with pytest.raises(Refused, match="不能再由别人代表"):
        choose_representatives(
            dispute, by=mediator, representatives={first.pk, more.pk}, spoken_for={more.pk: first.pk}
        )


# one agreement


def test_one_agreement_names_each_partys_amount(dispute, mediator):
    first, other = sides(dispute)
    second = make_party(dispute, name="工友", phone="")

    draft = draft_for_group(
        dispute, by=mediator, content="付清工资", payer=other, due_on=SOON,
        amounts={first.pk: 2_640_000, second.pk: 1_000_050},
    )  # fmt: skip

    assert (draft.effective_on, draft.amount_cents) == (None, 3_640_050)
    assert draft.parties.count() == 3
    rows = draft.obligations.order_by("id").values_list("obliged", "entitled", "amount_cents", "due_on")
    assert list(rows) == [(other.pk, first.pk, 2_640_000, SOON), (other.pk, second.pk, 1_000_050, SOON)]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"amounts": {}}, "至少填写一名当事人的金额"),
        ({"due_on": today() - timedelta(days=1)}, "付款期限已经过去"),
        ({"version": 3}, "别人刚刚保存过这份协议"),
    ],
)
def test_draft_with_something_wrong_is_refused_whole(dispute, mediator, change, sentence):
    first, other = sides(dispute)
    given = {"content": "付清", "payer": other, "due_on": SOON, "amounts": {first.pk: 100}}

    with pytest.raises(Refused, match=sentence):
        draft_for_group(dispute, by=mediator, **(given | change))

    assert not dispute.agreements.exists()


def test_payer_is_not_paid(dispute, mediator):
    _first, other = sides(dispute)

    with pytest.raises(Refused, match="付款人不能同时是收款人"):
        draft_for_group(dispute, by=mediator, content="付清", payer=other, due_on=SOON, amounts={other.pk: 1})


def test_agreement_is_not_concluded_before_all_have_signed(dispute, mediator):
    make_draft(dispute)
    first, other = sides(dispute)
    sign_draft(dispute, by=mediator, signatures={first.pk: today(), other.pk: None})

    with pytest.raises(Refused, match="还有人没有签名：李"):
        conclude_draft(dispute, by=mediator)

    assert Dispute.objects.get(pk=dispute.pk).case.state == "joint"


def test_last_signature_makes_the_agreement(dispute, mediator):
    make_draft(dispute)
    first, other = sides(dispute)
    yesterday = today() - timedelta(days=1)
    sign_draft(dispute, by=mediator, signatures={first.pk: yesterday, other.pk: today()})

    agreement = conclude_draft(dispute, by=mediator)

    assert agreement.effective_on == today()
    assert dict(agreement.parties.values_list("party", "signed_on")) == {
        first.pk: yesterday,
        other.pk: today(),
    }
    assert dict(agreement.parties.values_list("party", "amount_cents"))[first.pk] == 100_000
    case = Dispute.objects.get(pk=dispute.pk).case
    assert (case.state, case.outcome) == ("agreed_written", "resolved")


def test_nobody_signs_tomorrow_or_without_a_draft(dispute, mediator):
    first, _other = sides(dispute)

    with pytest.raises(Refused, match="还没有协议草稿"):
        sign_draft(dispute, by=mediator, signatures={first.pk: today()})
    make_draft(dispute)
    with pytest.raises(Refused, match="签名日期不能晚于今天"):
        sign_draft(dispute, by=mediator, signatures={first.pk: SOON})


def test_result_of_each_party_follows_what_was_paid(client, dispute, mediator):
    make_draft(dispute, signed=True)
    agreement = conclude_draft(dispute, by=mediator)
    start_performance(dispute, by=mediator)
    perform_obligation(agreement.obligations.get(), by=mediator)
    client.force_login(mediator)

    answer = client.get(reverse("disputes:room_results", args=[dispute.case.number]))

    [first, _other] = [row["outcome"] for row in answer.context["form"].rows]
    assert (first.amounts["agreed"], first.amounts["paid"], first.words) == (
        "1,000", "1,000", "约定 1,000 元，已付清",
    )  # fmt: skip


def test_results_are_written_for_all_or_none(dispute, mediator):
    first, other = sides(dispute)
    foreign = make_party(make_accepted(dispute.case.area, parties=False))
    good = {
        first.pk: {"settled_cents": 100, "result": "已到账"},
        other.pk: {"settled_cents": None, "result": ""},
    }

    with pytest.raises(Refused, match="只能登记这件纠纷的当事人"):
        record_results(dispute, by=mediator, results=good | {foreign.pk: {"settled_cents": 1, "result": ""}})
    record_results(dispute, by=mediator, results=good)

    assert list(dispute.parties.values_list("settled_cents", "result")) == [(100, "已到账"), (None, "")]


# the page


def test_room_costs_the_same_for_one_organ_and_three(
    client, dispute, mediator, court, country, django_assert_num_queries
):
    client.force_login(mediator)
    address = reverse("disputes:room", args=[dispute.case.number])

    def more(title):
        organ = make_seat(country["990101"], title)
        call(dispute, organ)
        make_task(dispute, organ)
        make_party(dispute, name=title, phone="")
        make_session(dispute)

    more("总工会")
    client.get(address)
    with django_assert_num_queries(QUERIES):
        client.get(address)
    more("人社局")
    more("司法局")
    with django_assert_num_queries(QUERIES):
        answer = client.get(address)
    assert len(answer.context["organs"]) == 3


QUERIES = 12


def test_opinion_is_written_in_the_room_by_its_organ_alone(client, dispute, court, mediator):
    call(dispute, seat(court))
    task = make_task(dispute, seat(court))
    page = reverse("disputes:room", args=[dispute.case.number])
    address = reverse("disputes:room_opinion", args=[dispute.case.number, task.pk])
    client.force_login(mediator)
    assert address not in client.get(page).content.decode()
    client.force_login(court)
    assert address in client.get(page).content.decode()

    empty = client.post(address, {"opinion": ""})
    answer = client.post(address, {"opinion": "应当足额支付", "is_done": "on"}, follow=True)

    assert (empty.status_code, answer.status_code) == (400, 200)
    assert "应当足额支付" in answer.content.decode()
    assert JointTask.objects.get(pk=task.pk).done_on == today()


def test_foreign_task_is_not_found(client, dispute, court):
    other = make_task(make_accepted(dispute.case.area), seat(court))
    client.force_login(court)

    address = reverse("disputes:room_opinion", args=[dispute.case.number, other.pk])

    assert client.post(address, {"opinion": "好"}).status_code == 404


def test_representatives_page_saves_what_is_chosen(client, dispute, mediator):
    first, _other = sides(dispute)
    more = make_party(dispute, name="工友", phone="")
    client.force_login(mediator)

    given = {f"party_{first.pk}": "speaks", f"party_{more.pk}": str(first.pk)}
    answer = client.post(
        reverse("disputes:room_representatives", args=[dispute.case.number]), given, follow=True
    )

    assert "代表 1 人" in answer.content.decode()


def test_agreement_from_the_page_to_the_last_signature(client, dispute, mediator):
    first, other = sides(dispute)
    client.force_login(mediator)
    number = dispute.case.number

    def page(name):
        return reverse(f"disputes:{name}", args=[number])

    assert client.get(page("room_signatures")).headers["Location"] == page("room_agreement")
    draft = {
        "content": "付清工资",
        "payer": other.pk,
        "due_on": str(SOON),
        f"amount_{first.pk}": "26400",
    }
    assert client.post(page("room_agreement"), draft).status_code == 302
    stale = client.post(page("room_agreement"), draft | {"content": "另一份"})
    signed = {f"signed_{pk}": "on" for pk in (first.pk, other.pk)} | {
        f"day_{pk}": str(today()) for pk in (first.pk, other.pk)
    }
    assert client.post(page("room_signatures"), signed).status_code == 302
    done = client.post(page("room_conclude"), follow=True)

    assert stale.status_code == 409
    assert "付清工资" in stale.content.decode() and "另一份" in stale.content.decode()
    assert "各方都已签名，协议生效。" in done.content.decode()
    assert dispute.agreements.get().amount_cents == 2_640_000
