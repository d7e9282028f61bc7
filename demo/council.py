"""红色议事会 of the communities, in every state; a handover that waits for its second signature."""

from datetime import datetime, time, timedelta

from demo.chance import ZONE, chance
from demo.city import YINXINYUAN, City
from governance.people.actions import begin_handover, sign_as_giver
from governance.people.models import Post, User
from grids.enums.council import Voice
from grids.models import CouncilAttendance, CouncilTopic
from grids.states.council import TOPIC_WAY, TopicState

SHARE, MOST = 0.35, 3  # communities with topics, topics each
TOPICS = [
    ("楼道堆物怎么清", "清理三日，居民自查，物业复查，不再堆放。"),
    ("小区夜间停车怎么管", "划出 40 个夜间车位，按户登记，先到先停。"),
    ("老旧电梯更换", "动用维修资金更换，施工期间开放对面单元电梯。"),
    ("非机动车充电棚选址", "建在东门北侧，离楼体 10 米以上。"),
    ("小广场安静时段", "晚 9 点以后不放音响。"),
    ("公共收益怎么用", "一半用于照明改造，一半留作应急。"),
    ("垃圾投放点搬迁", "移到西侧围墙，加装照明和洗手池。"),
    ("楼间绿地改晾晒区", "保留绿地，在楼顶设晾晒架。"),
]
OWN = ("中心花园改造方案", "保留两棵老槐树，更换地砖，经费由物业公共收益列支。")


def make_council(city: City) -> None:
    """Topics that stand where their age says, and the handover of the steward community."""
    dice, topics = chance("council"), []
    for code in city.communities():
        if code == YINXINYUAN or dice.random() < SHARE:
            chosen = dice.sample(TOPICS, dice.randint(1, MOST))
            topics += [_topic(city, code, content, dice) for content in chosen]
    topics.append(_topic(city, YINXINYUAN, OWN, dice, state=TopicState.EXECUTING))
    made = CouncilTopic.objects.bulk_create(topics, batch_size=2000)
    CouncilAttendance.objects.bulk_create(
        CouncilAttendance(topic=topic, voice=voice, count=count)
        for topic in made
        if topic.minutes
        for voice, count in ((Voice.RESIDENT, 18), (Voice.PARTY_MEMBER, 6), (Voice.PROPERTY, 2))
    )
    _hand_over(city)


def _topic(city: City, code: str, content: tuple[str, str], dice, *, state: str = "") -> CouncilTopic:
    """A topic some weeks old with everything its state takes."""
    title, decision = content
    state = state or dice.choice([*TOPIC_WAY, TopicState.DISCLOSED, TopicState.DISCLOSED])
    place = TOPIC_WAY.index(state)
    begun = city.today - timedelta(days=dice.randint(3, 12) + 20 * place)
    topic = CouncilTopic(
        area_id=city.areas[code],
        area_code=code,
        title=title,
        text="居民多次反映，请议一议。",
        proposer_kind=dice.choice([Voice.RESIDENT, Voice.RESIDENT, Voice.PARTY_MEMBER, Voice.PROPERTY]),
        proposed_on=begun,
        state=state,
    )
    for name, value in _reached(begun, place, decision):
        setattr(topic, name, value)
    return topic


def _reached(begun, place: int, decision: str) -> list[tuple]:
    """The fields that each state on the way has filled, up to the one at `place`."""
    met = datetime.combine(begun + timedelta(days=8), time(19), ZONE)
    decided = begun + timedelta(days=8)
    filled = [
        [],
        [("noticed_on", begun + timedelta(days=2)), ("meeting_at", met), ("meeting_place", "社区议事厅")],
        [("minutes", "到会各方都发了言，多数赞成，意见已逐条记下。")],
        [
            ("votes_for", 22), ("votes_against", 2), ("votes_abstained", 2), ("is_adopted", True),
            ("decision", decision), ("decided_on", decided),
        ],
        [("executor", "社区居委会、物业服务中心"), ("due_on", decided + timedelta(days=90))],
        [("outcome", "已按决议办好。"), ("executed_on", decided + timedelta(days=40))],
        [("disclosure", f"议事会决议已落实：{decision}"), ("disclosed_on", decided + timedelta(days=45))],
    ]  # fmt: skip
    return [pair for step in filled[: place + 1] for pair in step]


def _hand_over(city: City) -> None:
    """A worker of the steward community is leaving: signed by him, waiting for the one who comes."""
    grids = [plot.code for plot in city.plots_in(YINXINYUAN)]
    leaver, taker = (city.people[("grid_worker", code)] for code in grids[1:3])
    post = Post.objects.get(pk=city.posts[("grid_worker", grids[1])])
    secretary = User.objects.get(pk=city.people[("community_secretary", YINXINYUAN)])
    giver = User.objects.get(pk=leaver)
    handover = begin_handover(
        post,
        by=secretary,
        giver=giver,
        to=User.objects.get(pk=taker),
        note="网格钥匙 2 把、工作手机 1 部、纸质台账 3 册。",
    )
    sign_as_giver(handover, by=giver)
