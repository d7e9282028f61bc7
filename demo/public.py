"""Codes on the walls of a few places, reports that came in by them today, and 投诉建议 with their answers."""

import uuid
from datetime import timedelta
from typing import NamedTuple

from demo import words
from demo.chance import chance
from demo.city import BEIMIAO, FENGHUANG, YINXINYUAN, City
from governance.areas.models import Area
from governance.casework.clock import calendar_for
from governance.casework.enums import PUBLIC_CODE_LENGTH, PUBLIC_CODE_LETTERS
from governance.kernel.clock import add_workdays
from governance.people.models import User
from grids.actions.public_codes import places_of
from grids.actions.resident_reports import Told, report_as_resident
from grids.actions.suggestions import tail_index
from grids.enums.public import ANSWER_DAYS, TOKEN_LENGTH, ReportTopic, SuggestionKind, SuggestionSubject
from grids.models import PublicCode, Suggestion, SuggestionEntry
from grids.states.suggestions import SuggestionState as State

# Where posters hang: the first grids of the steward estate and of the village.
PLACES = (f"{YINXINYUAN}001", f"{YINXINYUAN}002", f"{BEIMIAO}001")
REPORTS = [
    (ReportTopic.FACILITY, "单元门口的路灯不亮好几天了，晚上看不清路", "2 单元门口"),
    (ReportTopic.FACILITY, "2单元门口路灯好几天不亮，晚上看不清路", ""),
    (ReportTopic.SAFETY, "有人从二楼拉线下来给电动车充电", "楼后面"),
]


class Said(NamedTuple):
    """One 投诉建议 as it is told to the demo: `ago` days back, answered after `took` days."""

    kind: str
    subject: str
    text: str
    ago: int
    answer: str = ""
    took: int = 0
    satisfaction: str = ""
    is_public: bool = False


Kind, About = SuggestionKind, SuggestionSubject
SAID = [
    Said(Kind.PROPOSAL, About.PORTAL, "海报上的字小，老人看不清。", 40,
         "已换大字海报，本周贴完。", 4, "satisfied", True),
    Said(Kind.COMPLAINT, About.SERVICE, "上门登记没提前说，家里没人白跑。", 33,
         "已要求先电话约时间再上门。", 6, "satisfied", True),
    Said(Kind.QUESTION, About.MATTER, "小区暖气不热，报了以后归谁管？", 26,
         "由供热公司办，网格员跟进，进度凭查询码看。", 2, "", True),
    Said(Kind.PROPOSAL, About.MATTER, "希望在北门加一个晾衣杆。", 19, "已列入下月议事会议题。", 8, "fair"),
    Said(Kind.COMPLAINT, About.MATTER, "楼道杂物清了又堆。", 12, "已约谈住户，每周复查一次。", 5, "dissatisfied"),
    Said(Kind.QUESTION, About.SERVICE, "高龄津贴要带什么材料？", 6),
    Said(Kind.COMPLAINT, About.SERVICE, "电话打了几次没有人接。", 3),
    Said(Kind.PROPOSAL, About.PORTAL, "进度页面能不能显示大概几天办完？", 1),
]  # fmt: skip


def make_public(city: City) -> None:
    dice = chance("public")
    codes = {place: _codes(place, dice) for place in PLACES}
    for number, (topic, text, place) in enumerate(REPORTS):
        told = Told(topic, text, place, name="", phone=words.phone(dice))
        report_as_resident(codes[PLACES[0]][1], told, client_uuid=uuid.UUID(int=640100 + number))
    for community in (YINXINYUAN, FENGHUANG):
        _suggestions(city, community, dice)


def _codes(code: str, dice) -> list[PublicCode]:
    places = places_of(Area.objects.get(code=code))
    rows = [PublicCode(token=_letters(dice, TOKEN_LENGTH), kind=place.level_id) for place in places]
    for row, place in zip(rows, places, strict=True):
        row.place_in(place)
    return PublicCode.objects.bulk_create(rows)


def _letters(dice, length: int) -> str:
    return "".join(dice.choice(PUBLIC_CODE_LETTERS) for _letter in range(length))


def _suggestions(city: City, code: str, dice) -> None:
    """The same dozen things are said everywhere, a day or two apart."""
    area = Area.objects.get(code=code)
    role = "community_secretary" if len(code) == 12 else "street_dispatcher"
    officer = User.objects.get(pk=city.people[(role, code)])
    for number, said in enumerate(SAID, start=1):
        _said(city, area, officer, number, said, dice)


def _said(city: City, area: Area, officer: User, number: int, said: Said, dice) -> None:
    day = city.today - timedelta(days=said.ago + dice.randrange(2))
    answered = min(day + timedelta(days=said.took), city.today) if said.answer else None
    closed = answered if said.satisfaction else None
    row = Suggestion(
        number=f"{area.code[:6]}T{day:%Y%m%d}9{number:02d}{area.code[-2:]}",
        public_code=_letters(dice, PUBLIC_CODE_LENGTH),
        client_uuid=uuid.UUID(int=dice.getrandbits(128), version=4),
        kind=said.kind,
        subject=said.subject,
        text=said.text,
        state=State.CLOSED if closed else State.ANSWERED if answered else State.RECEIVED,
        received_on=day,
        due_on=add_workdays(calendar_for(), day, ANSWER_DAYS),
        answered_on=answered,
        closed_on=closed,
        satisfaction=said.satisfaction,
        published_on=answered if said.is_public else None,
        public_text=said.text if said.is_public else "",
        public_answer=said.answer if said.is_public else "",
    )
    row.place_in(area)
    phone = words.phone(dice)
    row.seal_value("phone", phone)
    row.tail_index = tail_index(row.public_code, phone)
    row.save()
    if answered:
        _entry(row, "answer", State.RECEIVED, State.ANSWERED, said.answer, officer)
    if closed:
        _entry(row, "close", State.ANSWERED, State.CLOSED, "", None)


def _entry(row: Suggestion, step: str, source: str, target: str, note: str, by: User | None) -> None:
    SuggestionEntry.objects.create(
        suggestion=row, step=step, from_state=source, to_state=target, note=note, by=by
    )
