"""Reports without an account: kept once, alike ones together, floods kept out, nothing told to strangers."""

import re
import uuid
from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.kernel.context import RequestFacts, facts
from governance.kernel.errors import Refused
from grids.actions.resident_reports import Told, report_as_resident, separate_report
from grids.actions.tries import TooOften, count_try, forget_tries, forgive_try
from grids.enums.public import TryPurpose
from grids.forms.public import shown_now
from grids.models import Event, PublicTry, ResidentReport
from grids.rules.likeness import is_alike
from tests.factories.files import picture_upload
from tests.factories.grids import make_grid
from tests.factories.public import make_catalogue, make_code

NOW = timezone.datetime(2026, 11, 25, 10, 0, tzinfo=timezone.get_default_timezone())
LAMP = "三单元门口的路灯不亮好几天了，晚上看不清路"
SAME_LAMP = "3单元门口路灯好几天不亮，晚上看不清路"


@pytest.fixture
def code(country):
    make_catalogue()
    building = country["990101001001001001"]
    make_grid(country["990101001001001"], duty_phone="0951-1234567")
    return make_code(building)


@pytest.fixture
def from_address():
    """`from_address("1.2.3.4")`: whoever asks next comes from there."""
    tokens = []

    def _from(address: str) -> None:
        tokens.append(facts.set(RequestFacts(address=address)))

    yield _from
    for token in reversed(tokens):
        facts.reset(token)


def told(text: str = LAMP, **more) -> Told:
    return Told(**{"topic": "facility", "text": text, **more})


def report(code, text: str = LAMP, *, client_uuid=None, **more) -> ResidentReport:
    return report_as_resident(code, told(text, **more), client_uuid=client_uuid or uuid.uuid4())


def test_report_opens_an_event_where_the_code_hangs(code):
    made = report(code, phone="13800138000", name="马先生", place="3 单元门口")

    event = Event.objects.get()
    assert (event.case.source, event.case.area, event.case.place) == ("resident", code.area, "3 单元门口")
    assert (event.category.code, event.case.state, event.case.registered_by) == ("E06", "reported", None)
    assert (made.event, made.public_code, made.has_joined) == (event, event.case.public_code, False)
    assert made.reporter.phone_masked == "138****8000"
    assert (made.notice.form, made.notice.version) == ("report", 1)


def test_report_needs_neither_name_nor_phone(code):
    made = report(code)

    assert (made.reporter, made.has_phone) == (None, False)


def test_report_sent_twice_is_one(code):
    number = uuid.uuid4()

    first, again = report(code, client_uuid=number), report(code, client_uuid=number)

    assert first == again
    assert Event.objects.count() == 1
    with pytest.raises(Refused) as refused:
        report(code, "完全另一件事情", client_uuid=number)
    assert refused.value.code == "already_sent"
    assert first.event.case.number in refused.value.message


def test_report_of_the_same_thing_joins_with_a_code_of_its_own(code):
    first = report(code, phone="13800138000")
    second = report(code, SAME_LAMP, phone="13900139000", photos=(picture_upload(),))

    assert Event.objects.count() == 1
    assert (second.has_joined, second.event) == (True, first.event)
    assert second.public_code not in (first.public_code, first.event.case.public_code)
    assert second.reporter.phone_masked == "139****9000"
    assert first.event.photos.count() == 1


@pytest.mark.parametrize(
    ("change", "joins"),
    [({}, True), ({"topic": "clean"}, False), ({"text": "楼下有人堆放纸箱挡住了消防通道"}, False)],
    ids=["same", "another topic", "another thing"],
)
def test_only_the_same_thing_of_the_same_topic_joins(code, change, joins):
    report(code)

    assert report(code, **{"text": SAME_LAMP, **change}).has_joined is joins


def test_a_report_at_the_next_building_is_another(code, country):
    report(code)

    assert not report(make_code(country["990101001001001002"]), SAME_LAMP).has_joined


def test_a_report_long_after_is_another(code):
    with time_machine.travel(NOW, tick=False):
        report(code)
    with time_machine.travel(NOW + timedelta(hours=49), tick=False):
        assert not report(code, SAME_LAMP).has_joined


def test_joined_by_mistake_becomes_an_event_of_its_own(code):
    first = report(code)
    second = report(code, SAME_LAMP, phone="13900139000")

    separate_report(second)

    assert second.event != first.event
    assert second.event.reporters.get() == second.reporter
    assert first.event.reporters.count() == 0
    with pytest.raises(Refused) as refused:
        separate_report(second)
    assert refused.value.code == "own_event"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (LAMP, SAME_LAMP, True),
        ("楼道里有人堆东西", "楼道里有人堆东西！！😡", True),
        ("路灯坏了", "电梯坏了", False),
        ("", "路灯坏了", False),
        ("坏", "路灯坏了好几天没人修", False),
        (LAMP, "小区东门垃圾桶满了没人清运，臭味很大", False),
    ],
)
def test_likeness_is_of_words_not_of_marks(one, other, alike):
    assert is_alike(one, other) is alike


def test_the_office_reads_how_each_resident_told_it(client, code, dispatcher):
    first = report(code)
    report(code, SAME_LAMP, place="南侧")
    client.force_login(dispatcher)

    page = client.get(reverse("grids:event_detail", args=[first.event.case.number])).content.decode()

    for words in (LAMP, SAME_LAMP, "南侧", "并入已有事件"):
        assert words in page


def test_a_bad_photo_leaves_nothing_behind(code):
    with pytest.raises(Refused):
        report(code, photos=(picture_upload(), SimpleUploadedFile("a.jpg", b"<svg/>")))

    assert (Event.objects.count(), ResidentReport.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_the_same_thing_told_by_many_at_once_is_one_event(code):
    start, made = Barrier(4), []

    def tell():
        start.wait()
        made.append(report(code, SAME_LAMP).pk)
        connection.close()

    threads = [Thread(target=tell) for _number in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert len(made) == 4
    assert Event.objects.count() == 1
    assert ResidentReport.objects.filter(has_joined=False).count() == 1


# --- floods ------------------------------------------------------------------


def press(client: Client, code, text: str, address: str):
    """Send a form that was shown twenty seconds ago."""
    with time_machine.travel(NOW - timedelta(seconds=20), tick=False):
        seal = shown_now(f"report:{code.token}")
    with time_machine.travel(NOW, tick=False):
        given = {"seal": seal, "topic": "facility", "text": text}
        return client.post(reverse("public:report", args=[code.token]), given, REMOTE_ADDR=address)


def test_a_flood_from_one_address_keeps_nobody_else_out(client, code):
    """1,000 in a minute: a few get in, the rest are told to call; the neighbour at the same door is heard."""
    statuses = [press(client, code, f"乱写{uuid.uuid4().hex}", "10.0.0.9").status_code for _ in range(1000)]
    neighbour = press(client, code, "小区东门垃圾桶满了没人清运", "10.0.0.7")

    assert (statuses.count(302), statuses.count(429)) == (10, 990)
    assert neighbour.status_code == 302
    assert ResidentReport.objects.count() == 11
    assert PublicTry.objects.count() < 10


@pytest.mark.django_db
def test_a_flooding_address_is_let_in_again_later(from_address):
    from_address("10.0.0.9")
    with time_machine.travel(NOW, tick=False):
        for _number in range(10):
            count_try(TryPurpose.REPORT)
        with pytest.raises(TooOften) as refused:
            count_try(TryPurpose.REPORT)
        assert refused.value.wait == 60
    with time_machine.travel(NOW + timedelta(seconds=60), tick=False):
        count_try(TryPurpose.REPORT)


def test_a_place_flooded_from_many_addresses_is_slowed_and_others_are_not(code, country):
    with time_machine.travel(NOW, tick=False):
        refused = 0
        for _number in range(60):
            try:
                report(code, f"乱写{uuid.uuid4().hex}")
            except TooOften:
                refused += 1
        elsewhere = report(make_code(country["990101001001001002"]))

    assert refused == 20
    assert elsewhere.pk


@pytest.mark.django_db(transaction=True)
def test_tries_counted_at_once_are_all_counted(from_address):
    start = Barrier(8)

    def press():
        start.wait()
        for _number in range(5):
            count_try(TryPurpose.REPORT_PLACE, "1")
        connection.close()

    threads = [Thread(target=press) for _number in range(8)]
    with time_machine.travel(NOW, tick=False):
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]

    assert {row.count for row in PublicTry.objects.filter(purpose="place")} == {40}


@pytest.mark.django_db
def test_a_right_try_is_taken_back_and_old_counts_are_forgotten():
    with time_machine.travel(NOW, tick=False):
        count_try(TryPurpose.CODE, "X")
        forgive_try(TryPurpose.CODE, "X")
        assert PublicTry.objects.get().count == 0
    with time_machine.travel(NOW + timedelta(days=2), tick=False):
        assert forget_tries() == 1
        assert forget_tries() == 0


@pytest.mark.django_db
def test_counts_hold_no_address():
    token = facts.set(RequestFacts(address="203.0.113.77"))
    count_try(TryPurpose.REPORT)
    facts.reset(token)

    with connection.cursor() as cursor:
        cursor.execute("select t::text from grids_publictry t")
        assert "203.0.113.77" not in str(cursor.fetchall())


# --- the page ----------------------------------------------------------------


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]+)"', page)[1]


def fill(client: Client, code, moment=NOW, *, later: int = 20, **more):
    """Open the form and send it some seconds later."""
    address = reverse("public:report", args=[code.token])
    with time_machine.travel(moment, tick=False):
        seal = hidden(client.get(address).content.decode(), "seal")
    with time_machine.travel(moment + timedelta(seconds=later), tick=False):
        return client.post(address, {"seal": seal, "topic": "facility", "text": LAMP, **more})


def follow(client: Client, answer):
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        return client.get(answer.url).content.decode()


def test_report_page_leads_to_number_and_code(client, code):
    answer = fill(client, code, phone="138 0013 8000", photos=[picture_upload(), picture_upload()])

    made = ResidentReport.objects.get()
    assert answer.status_code == 302
    page = follow(client, answer)
    assert made.public_code in page
    assert made.event.case.number in page
    assert "后四位" in page
    assert "13800138000" not in page
    assert made.event.photos.count() == 2


def test_report_page_says_when_somebody_told_of_it_already(client, code):
    report(code)

    page = follow(client, fill(client, code))

    assert "已经有人上报过类似的事" in page
    assert "单独上报" in page


def test_receipt_lets_a_joined_report_stand_alone(client, code):
    report(code)
    answer = fill(client, code)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        client.post(f"{answer.url}separate/")

    assert Event.objects.count() == 2


def test_receipt_dies_after_some_hours(client, code):
    answer = fill(client, code)
    with time_machine.travel(NOW + timedelta(hours=3), tick=False):
        assert client.get(answer.url).status_code == 404
    assert client.get("/p/receipt/forged/").status_code == 404


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"later": 1}, "提交得太快"),
        ({"later": 90_000}, "打开太久"),
        ({"website": "http://x"}, "清空"),
        ({"seal": "forged"}, "打开太久"),
        ({"topic": ""}, "请选一项"),
        ({"topic": "nonsense"}, "是什么事"),
        ({"text": "字" * 1001}, "1000"),
        ({"text": "a\x00b"}, "空字符"),
        ({"text": "   "}, "请写几句话"),
        ({"phone": "打我电话"}, "只填数字"),
        ({"photos": [picture_upload() for _ in range(4)]}, "最多 3 张"),
        ({"photos": [SimpleUploadedFile("a.svg", b"<svg/>")]}, "打不开这张照片"),
        ({"photos": [SimpleUploadedFile("a.jpg", b"")]}, "空文件"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_stands_in_the_way_is_said_in_a_sentence(client, code, change, words):
    answer = fill(client, code, **change)

    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert ResidentReport.objects.count() == 0


def test_text_with_emoji_marks_and_markup_is_kept_and_shown_as_text(client, code, dispatcher):
    answer = fill(client, code, text="😡<script>alert(1)</script>\u202e灯坏")

    assert answer.status_code == 302
    assert ResidentReport.objects.get().text.startswith("😡<script>")


def test_a_seal_of_another_place_is_refused(client, code, country):
    other = make_code(country["990101001001001002"])
    address = reverse("public:report", args=[other.token])
    with time_machine.travel(NOW, tick=False):
        seal = hidden(client.get(address).content.decode(), "seal")

    answer = fill(client, code, **{"seal": seal})

    assert answer.status_code == 400


def test_too_many_from_one_address_get_429_and_the_duty_phone(client, code):
    with time_machine.travel(NOW, tick=False):
        token = facts.set(RequestFacts(address="127.0.0.1"))
        for _number in range(10):
            count_try(TryPurpose.REPORT)
        facts.reset(token)

    answer = fill(client, code)

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (429, "40")
    assert "0951-1234567" in page
    assert "请过 1 分钟再试" in page


def test_the_form_is_read_with_few_queries_and_few_bytes(client, code, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        page = client.get(reverse("public:report", args=[code.token])).content
    assert len(page) < 12_000


def test_a_form_without_its_token_is_told_what_to_do(code):
    client = Client(enforce_csrf_checks=True)

    answer = client.post(reverse("public:report", args=[code.token]), {"text": LAMP})

    assert answer.status_code == 403
    assert "刷新后重新提交" in answer.content.decode()
