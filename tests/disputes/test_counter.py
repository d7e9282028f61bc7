"""The counter: numbers, receptions with their matters, drafts that carry everything on."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from disputes.actions.drafts import keep_draft, open_draft, remove_expired_drafts
from disputes.actions.receptions import Raised, Visitor, dispose_matter, receive_visitor
from disputes.actions.tickets import call_next, call_ticket, draw_ticket, leave_ticket
from disputes.enums.centres import MOST_DRAFTS, Disposal, TicketState
from disputes.models import Dispute, DisputeDraft, Matter, QueueTicket, Reception
from disputes.states import TICKET_STEPS
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.counter import make_draft, make_ticket, make_window
from tests.factories.disputes import make_category, make_centre, make_dispute, make_matter, make_reception
from tests.factories.people import make_user
from tests.factories.safety import make_restricted


@pytest.fixture
def window_officer(country):
    return make_user("centre_window", country["990101"])


@pytest.fixture
def centre(country):
    return make_centre(country["990101"], name="区综治中心")


@pytest.fixture
def window(centre):
    return make_window(centre, 3)


@pytest.fixture
def desk(client, window_officer):
    client.force_login(window_officer)
    return client


def refused(call, *args, **kwargs) -> str:
    with pytest.raises(Refused) as found:
        call(*args, **kwargs)
    return found.value.code


# Numbers


def test_numbers_begin_anew_each_day_and_at_each_centre(centre, country, window_officer):
    other = make_centre(country["990101001"])
    with time_machine.travel("2026-03-02T09:00:00+08:00", tick=False):
        first = [draw_ticket(house, by=window_officer).number for house in (centre, centre, other)]
    with time_machine.travel("2026-03-03T09:00:00+08:00", tick=False):
        again = draw_ticket(centre, by=window_officer).number

    assert (first, again) == ([1, 2, 1], 1)


def test_next_is_the_lowest_that_waits(centre, window, window_officer):
    for number in (2, 1, 3):
        make_ticket(centre, number)

    called = [call_next(centre, by=window_officer, window=window).number for _n in range(3)]

    assert called == [1, 2, 3]
    assert refused(call_next, centre, by=window_officer, window=window) == "nobody_waits"


def test_numbers_of_yesterday_are_not_called(centre, window, window_officer):
    old = make_ticket(centre, day=today() - timedelta(days=1))

    assert refused(call_next, centre, by=window_officer, window=window) == "nobody_waits"
    assert refused(call_ticket, old, by=window_officer, window=window) == "ticket_of_another_day"


def test_number_is_called_to_a_window_of_its_own_centre(centre, country, window_officer):
    elsewhere = make_window(make_centre(country["990101001"]))

    assert (
        refused(call_ticket, make_ticket(centre), by=window_officer, window=elsewhere) == "window_elsewhere"
    )


def test_number_called_again_stays_called(centre, window, window_officer):
    ticket = make_ticket(centre)
    for _n in range(2):
        call_ticket(ticket, by=window_officer, window=window)

    assert ticket.state == TicketState.CALLED


@pytest.mark.parametrize("state", TicketState.values)
@pytest.mark.parametrize("step", sorted(TICKET_STEPS))
def test_ticket_takes_exactly_the_steps_of_the_table(state, step, centre, window, window_officer):
    called = {"window": window, "called_at": "2026-01-05T09:00:00+08:00"} if state == "called" else {}
    ticket = make_ticket(centre, state=state, **called)
    verbs = {
        "call": lambda: call_ticket(ticket, by=window_officer, window=window),
        "recall": lambda: call_ticket(ticket, by=window_officer, window=window),
        "leave": lambda: leave_ticket(ticket, by=window_officer),
        "serve": lambda: receive_visitor(
            centre, by=window_officer, visitor=Visitor("张三"), matters=[], ticket=ticket
        ),
    }
    lawful = TICKET_STEPS[step].sources | (TICKET_STEPS["call"].sources if step == "recall" else set())
    lawful |= TICKET_STEPS["recall"].sources if step == "call" else set()

    if state in lawful:
        verbs[step]()
        ticket.refresh_from_db()
        assert ticket.state == TICKET_STEPS[step].target
    else:
        assert refused(verbs[step]) == "wrong_state"


def test_stranger_draws_no_number(centre, stranger):
    with pytest.raises(PermissionDenied):
        draw_ticket(centre, by=stranger)


# Receptions


def test_reception_from_a_number_serves_it_and_keeps_the_name_masked(centre, window_officer):
    ticket = make_ticket(centre)

    reception, drafts = receive_visitor(
        centre, by=window_officer, visitor=Visitor("欧阳修远", "13800138000"), matters=[], ticket=ticket
    )

    ticket.refresh_from_db()
    assert (ticket.state, reception.visitor_masked, drafts) == (TicketState.SERVED, "欧**远", [])


def test_one_visit_brings_a_matter_each_way(centre, window_officer):
    raised = [
        Raised("工资未付", Disposal.DISPUTE, "三个月未付"),
        Raised("问低保", Disposal.ANSWERED, "请到民政窗口"),
        Raised("路灯不亮", Disposal.HOTLINE),
        Raised("办证", Disposal.DEPARTMENT, "自然资源局"),
    ]

    reception, drafts = receive_visitor(
        centre, by=window_officer, visitor=Visitor("张三", "13800138000"), matters=raised
    )

    rows = reception.matters.order_by("id").values_list("title", "disposal", "answer", "handed_to")
    assert list(rows) == [
        ("工资未付", "dispute", "", ""),
        ("问低保", "answered", "请到民政窗口", ""),
        ("路灯不亮", "hotline", "", ""),
        ("办证", "department", "", "自然资源局"),
    ]
    [draft] = drafts
    content = open_draft(draft)
    assert (content["form"]["title"], content["form"]["summary"]) == ("工资未付", "三个月未付")
    assert content["parties"] == [{"role": "applicant", "name": "张三", "phone": "13800138000"}]
    assert "张三" not in draft.content_sealed


def test_group_sends_five_representatives_at_most(centre, window_officer):
    names = tuple(f"代表{n}" for n in range(6))

    code = refused(
        receive_visitor, centre, by=window_officer, visitor=Visitor("张三", "", 12, names), matters=[]
    )

    assert code == "too_many_representatives"
    assert Reception.objects.count() == 0


def test_representatives_are_no_more_than_the_visitors(centre, window_officer):
    visitor = Visitor("张三", "", 1, ("张三", "李四"))

    code = refused(receive_visitor, centre, by=window_officer, visitor=visitor, matters=[])

    assert code == "more_representatives_than_people"


def test_representatives_of_a_group_are_masked_and_go_into_the_draft(centre, window_officer):
    visitor = Visitor("张三", "", 12, ("张三", "李小四"))

    reception, [draft] = receive_visitor(
        centre, by=window_officer, visitor=visitor, matters=[Raised("工资", Disposal.DISPUTE)]
    )

    assert reception.representatives == "张*、李*四"
    assert [party["name"] for party in open_draft(draft)["parties"]] == ["张三", "李小四"]
    assert open_draft(draft)["form"]["people_count"] == 12


def test_reception_is_all_or_nothing(centre, window_officer):
    ticket = make_ticket(centre)

    with pytest.raises(ValidationError):
        receive_visitor(
            centre, by=window_officer, visitor=Visitor("张三"), ticket=ticket,
            matters=[Raised("好"), Raised("转给谁", Disposal.DEPARTMENT)],
        )  # fmt: skip

    ticket.refresh_from_db()
    assert (Reception.objects.count(), Matter.objects.count(), ticket.state) == (0, 0, TicketState.WAITING)


def test_number_of_another_centre_is_refused(centre, country, window_officer):
    elsewhere = make_ticket(make_centre(country["990101001"]))

    code = refused(
        receive_visitor, centre, by=window_officer, visitor=Visitor("张三"), matters=[], ticket=elsewhere
    )

    assert code == "ticket_elsewhere"


def test_result_of_a_matter_handed_on_comes_later(centre, window_officer):
    matter = make_matter(make_reception(centre))

    dispose_matter(
        matter, by=window_officer, disposal="petition", note="区信访局", external_number="信访12号"
    )
    dispose_matter(matter, by=window_officer, disposal="petition", note="区信访局", external_number="信访12号",
                   result="已答复")  # fmt: skip

    matter.refresh_from_db()
    assert (matter.handed_to, matter.result, matter.result_on) == ("区信访局", "已答复", today())


def test_matter_that_is_a_dispute_is_not_disposed_of(centre, grid, window_officer):
    matter = make_matter(make_reception(centre))
    make_dispute(grid, dispute={"matter": matter})

    assert refused(dispose_matter, matter, by=window_officer, disposal="hotline") == "matter_is_dispute"


# The page


def sent(centre, *matters, **more):
    rows = {}
    for index, (title, disposal, note) in enumerate(matters):
        rows |= {
            f"matter-{index}-title": title,
            f"matter-{index}-disposal": disposal,
            f"matter-{index}-note": note,
        }
    for index in range(len(matters), 3):
        rows |= {f"matter-{index}-disposal": "pending"}
    return {
        "centre": centre.pk, "visitor": "欧阳修远", "phone": "13800138000", "channel": "window", "people_count": 1,
        "matter-TOTAL_FORMS": 3, "matter-INITIAL_FORMS": 0,
    } | rows | more  # fmt: skip


def test_window_begins_at_the_counter(desk, centre):
    assert desk.get("/").headers["Location"] == reverse("disputes:counter")
    assert desk.get(reverse("disputes:counter")).context["centre"] == centre


def test_own_centre_comes_before_those_below(desk, country, centre):
    make_centre(country["990101001"])

    assert desk.get(reverse("disputes:counter")).context["centres"][0] == centre


def test_counter_without_a_centre_says_what_to_do(desk):
    assert "还没有启用的综治中心" in desk.get(reverse("disputes:counter")).content.decode()


def test_call_then_receive_then_register_types_nothing_twice(desk, centre, window, grid):
    make_ticket(centre)
    called = desk.post(reverse("disputes:ticket_next", args=[centre.pk]), {"window": window.pk})
    page = desk.get(called.headers["Location"])
    ticket = page.context["form"]["ticket"].value()

    received = desk.post(
        reverse("disputes:counter"), sent(centre, ("漏水", "dispute", "楼上漏水"), ticket=ticket)
    )
    form = desk.get(received.headers["Location"]).context["form"]
    parties = desk.get(received.headers["Location"]).context["parties"]

    assert QueueTicket.objects.get().state == TicketState.SERVED
    assert (form["title"].value(), form["summary"].value()) == ("漏水", "楼上漏水")
    assert (parties[0]["name"].value(), parties[0]["phone"].value()) == ("欧阳修远", "13800138000")
    assert parties[1]["role"].value() == "respondent"


def registration(draft, grid, **more):
    return {
        "title": "漏水", "category": make_category().pk, "source": "window", "people_count": 2,
        "area": grid.code, "client_uuid": "5f0c2f0e-7f6d-4b7e-9a55-0f4c6d6d2f11", "draft": draft.pk,
        "matter": draft.matter_id or "", "party-TOTAL_FORMS": 3, "party-INITIAL_FORMS": 0,
        "party-0-name": "张三", "party-0-role": "applicant", "party-0-phone": "13800138000",
        "party-1-role": "respondent", "party-2-role": "respondent",
    } | more  # fmt: skip


def test_registering_from_the_counter_ends_the_draft_and_prints_a_receipt(desk, centre, grid, window_officer):
    _reception, [draft] = receive_visitor(
        centre, by=window_officer, visitor=Visitor("张三"), matters=[Raised("漏水", Disposal.DISPUTE)]
    )

    answer = desk.post(reverse("disputes:case_register"), registration(draft, grid), follow=True)

    dispute = Dispute.objects.get()
    text = answer.content.decode()
    assert answer.resolver_match.url_name == "receipt"
    assert (dispute.case.number in text, dispute.case.public_code in text, "<svg" in text) == (True,) * 3
    assert (dispute.matter.reception.centre, DisputeDraft.objects.count()) == (centre, 0)


def test_two_disputes_of_one_visit_stay_at_the_counter(desk, centre):
    answer = desk.post(
        reverse("disputes:counter"),
        sent(centre, ("漏水", "dispute", ""), ("采光", "dispute", "")),
        follow=True,
    )

    assert [row["title"] for row in answer.context["drafts"]] == ["采光", "漏水"]


@pytest.mark.parametrize(
    ("disposal", "words"),
    [("answered", "当场答复要写明答复内容。"), ("department", "转部门要写明转给哪个单位。")],
)
def test_line_that_lacks_its_word_comes_back(disposal, words, desk, centre):
    answer = desk.post(reverse("disputes:counter"), sent(centre, ("路灯", disposal, "")))

    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert Reception.objects.count() == 0


def test_three_counts_are_the_totals_of_their_lists(desk, centre, grid, country):
    for _n in range(3):
        matter = make_matter(make_reception(centre))
    make_reception(centre)
    make_dispute(grid, dispute={"matter": matter})
    make_restricted(grid, dispute={"matter": matter})
    make_matter(make_reception(make_centre(country["990101001"])))

    counts = desk.get(reverse("disputes:counter")).context["counts"]

    assert [count["value"] for count in counts] == [4, 3, 1]
    assert [desk.get(count["url"]).context["page"].count for count in counts] == [4, 3, 1]


def test_counts_follow_the_period(desk, centre):
    make_reception(centre, received_on=today() - timedelta(days=400))

    values = {
        period: desk.get(reverse("disputes:counter"), {"period": period}).context["counts"][0]["value"]
        for period in ("day", "year", "all", "nonsense")
    }

    assert values == {"day": 0, "year": 0, "all": 1, "nonsense": 0}


def test_counter_costs_the_same_for_one_row_and_three(
    desk, centre, window, window_officer, django_assert_num_queries
):
    def more(number):
        make_ticket(centre, number)
        make_ticket(centre, number + 50, state="called", window=window, called_at="2026-01-05T09:00:00+08:00")
        make_matter(make_reception(centre))
        make_draft(window_officer)

    more(1)
    address = reverse("disputes:counter")
    desk.get(address)
    with django_assert_num_queries(QUERIES):
        desk.get(address)
    more(2)
    more(3)
    with django_assert_num_queries(QUERIES):
        desk.get(address)


QUERIES = 10


def test_slip_says_how_many_are_before_and_its_page_says_where_to_go(desk, centre, window, client):
    make_ticket(centre, 1)
    made = desk.post(reverse("disputes:ticket_draw", args=[centre.pk]))
    slip = desk.get(made.headers["Location"])
    ticket = QueueTicket.objects.get(number=2)
    client.logout()
    address = reverse("waiting:ticket", args=[ticket.token])
    waiting = client.get(address).content.decode()
    QueueTicket.objects.filter(number=2).update(
        window=window, called_at="2026-01-05T09:00:00+08:00", **{"state": "called"}
    )
    called = client.get(address).content.decode()

    assert slip.context["ahead"] == 1
    assert "前面还有 1 位" in waiting
    assert "请到 3 号窗口" in called


def test_waiting_page_dies_with_its_day(client, centre):
    old = make_ticket(centre, day=today() - timedelta(days=1))

    assert client.get(reverse("waiting:ticket", args=[old.token])).status_code == 404


def test_hall_shows_numbers_and_no_names(desk, centre, window):
    make_ticket(centre, 7, state="called", window=window, called_at="2026-01-05T09:00:00+08:00")

    text = desk.get(reverse("disputes:hall", args=[centre.pk])).content.decode()

    assert ("A007" in text, "请到 3 号窗口" in text) == (True, True)


# Drafts


def test_half_filled_form_is_kept_and_taken_up_again(desk, grid, window_officer):
    half = {"title": "漏水", "area": grid.code, "party-0-name": "张三", "party-1-name": "", "keep": "yes",
            "party-TOTAL_FORMS": 3, "party-INITIAL_FORMS": 0}  # fmt: skip

    kept = desk.post(reverse("disputes:case_register"), half)
    draft = DisputeDraft.objects.get()
    page = desk.get(reverse("disputes:case_register"), {"draft": draft.pk})

    assert kept.headers["Location"] == reverse("disputes:draft_list")
    assert draft.expires_on == today() + timedelta(days=30)
    assert (page.context["form"]["title"].value(), page.context["parties"][0]["name"].value()) == (
        "漏水",
        "张三",
    )


def test_draft_kept_again_stays_one(desk, window_officer):
    draft = make_draft(window_officer)
    desk.post(
        reverse("disputes:case_register"),
        {
            "title": "漏水二",
            "draft": draft.pk,
            "keep": "yes",
            "party-TOTAL_FORMS": 3,
            "party-INITIAL_FORMS": 0,
        },
    )

    assert open_draft(DisputeDraft.objects.get())["form"]["title"] == "漏水二"


def test_draft_of_somebody_else_does_not_exist(desk, dispatcher):
    draft = make_draft(dispatcher)

    assert desk.get(reverse("disputes:case_register"), {"draft": draft.pk}).status_code == 404
    assert desk.get(reverse("disputes:draft_list")).context["drafts"] == []


def test_discarded_draft_is_gone(desk, window_officer):
    draft = make_draft(window_officer)

    desk.post(reverse("disputes:draft_discard", args=[draft.pk]))

    assert DisputeDraft.objects.count() == 0


def test_drafts_are_forgotten_after_their_month_and_only_then(window_officer):
    draft = make_draft(window_officer)
    with time_machine.travel(draft.expires_on, tick=False):
        early = remove_expired_drafts()
    with time_machine.travel(draft.expires_on + timedelta(days=1, hours=9), tick=False):
        late, again = remove_expired_drafts(), remove_expired_drafts()

    assert (early, late, again) == (0, 1, 0)
    assert AuditEvent.objects.filter(action="dispute_draft.expire").count() == 1


def test_drafts_have_an_end(window_officer):
    for _n in range(MOST_DRAFTS):
        make_draft(window_officer)

    assert refused(keep_draft, by=window_officer, content={}) == "too_many_drafts"


# The API


def test_api_takes_the_counter_the_same_way(desk, centre, window):
    def call(path, given=None):
        return desk.post(f"/api/v1/{path}/", json.dumps(given or {}), content_type="application/json")

    drawn = call("tickets", {"centre": centre.pk})
    called = call("tickets/next", {"centre": centre.pk, "window": window.pk})
    empty = call("tickets/next", {"centre": centre.pk, "window": window.pk})
    received = call(
        "receptions",
        {
            "centre": centre.pk, "ticket": drawn.json()["id"], "visitor": "张三", "phone": "13800138000",
            "matters": [{"title": "漏水", "disposal": "dispute"}, {"title": "路灯", "disposal": "hotline"}],
        },
    )  # fmt: skip
    disposed = call(
        f"matters/{received.json()['matters'][1]}/dispose", {"disposal": "hotline", "result": "已修"}
    )
    kept = call("dispute-drafts", {"form": {"title": "半截"}})
    drafts = desk.get("/api/v1/dispute-drafts/").json()
    gone = desk.delete(f"/api/v1/dispute-drafts/{kept.json()['id']}/")

    assert (drawn.status_code, called.json()["state"], empty.json()["code"]) == (
        201,
        "called",
        "nobody_waits",
    )
    assert (received.status_code, len(received.json()["drafts"])) == (201, 1)
    assert disposed.json()["result"] == "已修"
    assert [draft["content"]["form"]["title"] for draft in drafts] == ["半截", "漏水"]
    assert gone.status_code == 204
