from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from grids.actions import council
from grids.models import CouncilTopic
from grids.states.council import TOPIC_STEPS, TopicState
from tests.factories.communities import make_standards, make_topic
from tests.factories.people import make_user

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=ZONE)


@pytest.fixture
def community(country):
    return country["990101001001"]


@pytest.fixture(autouse=True)
def _standards(db):
    make_standards()


def propose(secretary, community) -> CouncilTopic:
    return council.propose_topic(community, by=secretary, title=" 3号楼加装电梯 ", proposer_kind="resident")


def hold(topic, secretary):
    council.hold_meeting(topic, by=secretary, attendance={"resident": 20, "property": 1}, minutes="都说好")


def decide(topic, secretary, **votes):
    votes = {"votes_for": 18, "votes_against": 2, "votes_abstained": 1, "is_adopted": True} | votes
    council.decide_topic(topic, by=secretary, decision="同意加装", **votes)


def test_a_topic_goes_all_the_way(secretary, community):
    with time_machine.travel(MONDAY, tick=False):
        topic = propose(secretary, community)
        council.notice_topic(
            topic, by=secretary, meeting_at=MONDAY + timedelta(days=4), meeting_place="议事厅"
        )
    with time_machine.travel(MONDAY + timedelta(days=4, hours=2), tick=False):
        hold(topic, secretary)
        decide(topic, secretary)
        council.execute_topic(topic, by=secretary, executor="社区居委会", due_on=date(2026, 12, 20))
        council.finish_topic(topic, by=secretary, outcome="已经装好")
        council.disclose_topic(topic, by=secretary, disclosure="3 号楼电梯已装好，今日启用。")

    topic.refresh_from_db()
    assert (topic.title, topic.state, topic.disclosed_on) == (
        "3号楼加装电梯",
        "disclosed",
        date(2026, 11, 27),
    )
    assert dict(topic.attendance.values_list("voice", "count")) == {"resident": 20, "property": 1}
    told = CouncilTopic.objects.for_residents("990101001001001001").get()
    assert told["disclosure"] == "3 号楼电梯已装好，今日启用。"
    assert AuditEvent.objects.filter(action__endswith="_topic").count() == 7


@pytest.mark.parametrize("state", TopicState.values)
@pytest.mark.parametrize("name", sorted(TOPIC_STEPS))
def test_every_step_is_open_from_its_sources_and_from_nowhere_else(secretary, community, state, name):
    step = TOPIC_STEPS[name]
    topic = make_topic(community, state, is_adopted=state != "decided" or name == "execute")
    changes = {"disclosed_on": today()} if name == "disclose" else {}
    try:
        with transaction.atomic():
            move(topic, name, by=secretary, note="理由", changes=changes)
        moved = True
    except Refused as refused:
        moved = False
        assert refused.code == "wrong_state"
    assert moved == (state in step.sources)
    assert CouncilTopic.objects.get(pk=topic.pk).state == (step.target if moved else state)


def test_notice_topic_too_soon_is_refused(secretary, community):
    topic = propose(secretary, community)
    with time_machine.travel(MONDAY, tick=False), pytest.raises(Refused, match="至少 3 天"):
        council.notice_topic(topic, by=secretary, meeting_at=MONDAY + timedelta(days=2), meeting_place="厅")


def test_notice_topic_never_takes_a_meeting_in_the_past(secretary, community):
    make_standards(council_notice=0)
    topic = propose(secretary, community)
    with time_machine.travel(MONDAY, tick=False), pytest.raises(Refused):
        council.notice_topic(topic, by=secretary, meeting_at=MONDAY - timedelta(hours=1), meeting_place="厅")


def test_hold_meeting_waits_for_the_days_of_notice_and_the_meeting(secretary, community):
    with time_machine.travel(MONDAY, tick=False):
        topic = propose(secretary, community)
        council.notice_topic(topic, by=secretary, meeting_at=MONDAY + timedelta(days=5), meeting_place="厅")
    for days, sentence in ((2, "公告满 3 天"), (4, "还没有开")):
        at = MONDAY + timedelta(days=days)
        with time_machine.travel(at, tick=False), pytest.raises(Refused, match=sentence):
            hold(topic, secretary)
    assert not topic.attendance.exists()


def test_hold_meeting_with_nobody_there_is_refused(secretary, community):
    topic = make_topic(community, "noticed")
    with pytest.raises(Refused, match="至少填写一类"):
        council.hold_meeting(topic, by=secretary, attendance={"resident": 0}, minutes="无人")


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [({"votes_for": 22}, "票数多于到会的 21 人"), ({"votes_for": 1, "votes_against": 1}, "没有多于反对票")],
)
def test_decide_topic_checks_the_vote(secretary, community, votes, sentence):
    topic = make_topic(community, "noticed")
    hold(topic, secretary)
    with pytest.raises(Refused, match=sentence):
        decide(topic, secretary, **votes)


def test_what_was_not_adopted_is_disclosed_and_not_executed(secretary, community):
    topic = make_topic(community, "noticed")
    hold(topic, secretary)
    decide(topic, secretary, votes_for=2, votes_against=18, is_adopted=False)
    with pytest.raises(Refused, match="不用落实"):
        council.execute_topic(topic, by=secretary, executor="居委会", due_on=today())
    council.disclose_topic(topic, by=secretary, disclosure="没有通过")
    assert CouncilTopic.objects.get().state == "disclosed"


def test_what_was_adopted_is_not_disclosed_before_it_is_done(secretary, community):
    topic = make_topic(community, "decided", is_adopted=True)
    with pytest.raises(Refused, match="先交办落实"):
        council.disclose_topic(topic, by=secretary, disclosure="已通过")


def test_execute_topic_refuses_a_day_gone_by(secretary, community):
    topic = make_topic(community, "decided", is_adopted=True)
    with pytest.raises(Refused, match="已经过去"):
        council.execute_topic(topic, by=secretary, executor="居委会", due_on=today() - timedelta(days=1))


@pytest.mark.parametrize("verb", [council.decline_topic, council.withdraw_topic])
def test_ending_a_topic_early_takes_a_reason(secretary, community, verb):
    topic = propose(secretary, community)
    with pytest.raises(Refused, match="理由"):
        verb(topic, by=secretary, note=" ")
    verb(topic, by=secretary, note="不属于社区的事")
    assert CouncilTopic.objects.get().ended_note == "不属于社区的事"


def test_propose_topic_belongs_to_a_community_or_a_grid(secretary, country, dispatcher):
    with pytest.raises(Refused, match="社区或网格"):
        council.propose_topic(country["990101001001001001"], by=secretary, title="花坛")
    with pytest.raises(PermissionDenied):
        council.propose_topic(country["990101001001"], by=dispatcher, title="花坛")
    with pytest.raises(ValidationError):
        council.propose_topic(country["990101001001"], by=secretary, title=" ")


def test_the_database_refuses_to_carry_out_what_was_not_adopted(community):
    with pytest.raises(IntegrityError), transaction.atomic():
        CouncilTopic.objects.create(area=community, title="花坛", state="executing")


def test_residents_read_nothing_that_is_not_disclosed(country, community):
    make_topic(community, "executed")
    make_topic(country["990101002001"], "disclosed")
    assert list(CouncilTopic.objects.for_residents("990101001001001")) == []


def test_the_page_walks_a_topic_through(client, secretary, community):
    client.force_login(secretary)
    propose_url = reverse("grids:topic_propose", args=[community.code])
    assert client.post(propose_url, {"title": "", "area": community.code}).status_code == 400
    content = {"area": community.code, "title": "夜间停车", "proposer_kind": "resident", "text": ""}
    assert client.post(propose_url, content).status_code == 302
    topic = CouncilTopic.objects.get()

    def step(name, **content):
        return client.post(reverse("grids:topic_step", args=[topic.pk, name]), content).status_code

    assert step("hold", count_resident=3, minutes="早了") == 409
    assert step("notice", meeting_at="2020-01-01T10:00", meeting_place="厅") == 409
    later = (today() + timedelta(days=4)).isoformat()
    assert step("notice", meeting_at=f"{later}T10:00", meeting_place="议事厅") == 302
    with time_machine.travel(MONDAY.replace(year=2027), tick=False):
        client.logout()
        client.force_login(secretary)
        assert step("hold", count_resident="many", minutes="x") == 400
        assert step("hold", count_resident=12, count_owners=2, minutes="大家都来了") == 302
        assert (
            step("decide", votes_for=10, votes_against=1, votes_abstained=0, is_adopted="yes", decision="可")
            == 302
        )
        page = client.get(reverse("grids:topic_detail", args=[topic.pk])).content.decode()
    assert "居民 12" in page and "赞成 10，反对 1，弃权 0" in page


def test_topic_page_of_somebody_who_may_only_read_offers_no_step(client, dispatcher, community):
    topic = make_topic(community)
    client.force_login(dispatcher)
    page = client.get(reverse("grids:topic_detail", args=[topic.pk]))
    assert page.context["steps"] == []
    assert client.post(reverse("grids:topic_step", args=[topic.pk, "decline"])).status_code == 403


def test_topic_list_filters(client, secretary, community):
    client.force_login(secretary)
    ended, going = make_topic(community, "declined"), make_topic(community, "executing", title="修路")

    def shown(**query):
        return {topic.pk for topic in client.get(reverse("grids:topic_list"), query).context["page"].rows}

    assert shown(is_open="true") == shown(title="修") == shown(state="executing") == {going.pk}
    assert shown(is_open="false") == {ended.pk}
    assert client.get(reverse("grids:topic_list"), {"is_opne": "true"}).status_code == 400


def test_a_stranger_finds_no_topic(client, community):
    topic = make_topic(community)
    client.force_login(make_user("community_secretary", community.__class__.objects.get(code="990101002001")))
    assert client.get(reverse("grids:topic_detail", args=[topic.pk])).status_code == 404
