"""What a visit may say of itself: several needs, who came along, a promise, a place, pictures; and on which day."""

import io
import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.photos import add_photo
from grids.actions.visits import log_visit
from grids.enums.visits import FARTHEST_RETURN, MOST_NEEDS, MOST_PHOTOS
from grids.models import Event, NeedRequest, Visit, VisitConflict
from tests.factories.events import make_event_category
from tests.factories.files import picture_upload
from tests.factories.grids import make_visit
from tests.factories.people import hold, make_user

VISITS = "/api/v1/visits/"


def log(worker, household, *, by=None, outcome="normal", **content):
    content.setdefault("client_uuid", uuid.uuid4())
    return log_visit(worker, by=by or worker, household=household, outcome=outcome, **content).visit


def contact(household, **content):
    return {"client_uuid": str(uuid.uuid4()), "household": household.pk, "outcome": "normal", **content}


def send(client, content):
    return client.post(VISITS, content, content_type="application/json")


@pytest.fixture
def phone(client, worker):
    client.force_login(worker)
    return client


def test_each_need_becomes_a_request_of_its_own(phone, household):
    needs = [{"kind": "repair", "text": "水管漏水"}, {"kind": "job", "text": "想找活干"}]
    sent = contact(household, outcome="need", note="两件事", needs=needs)
    first, again = send(phone, sent), send(phone, sent)

    assert (first.status_code, again.status_code) == (201, 200)
    kept = NeedRequest.objects.order_by("kind").values_list("kind", "text", "household")
    assert list(kept) == [("job", "想找活干", household.pk), ("repair", "水管漏水", household.pk)]
    assert sorted(first.json()["needs"]) == sorted(again.json()["needs"])


def test_a_hazard_may_come_with_a_need_but_nothing_comes_with_nothing(worker, household):
    log(worker, household, outcome="hazard", note="飞线充电", needs=[{"kind": "relief", "text": "补助"}])
    for outcome, needs in (
        ("normal", [{"kind": "job"}]),
        ("not_met", [{"kind": "job"}]),
        ("need", [{"kind": "job"}] * (MOST_NEEDS + 1)),
    ):
        with pytest.raises(ValidationError):
            log(worker, household, outcome=outcome, needs=needs)
    assert (Visit.objects.count(), NeedRequest.objects.count()) == (1, 1)


def test_companions_are_kinds_each_once(phone, household):
    sent = contact(household, companions=["police", "doctor", "police"])
    assert send(phone, sent).status_code == 201
    assert send(phone, contact(household, companions=["张三"])).status_code == 400

    visit = Visit.objects.get()
    assert (visit.companions, visit.companions_words) == (["doctor", "police"], "医生、民警")


def test_a_call_is_by_telephone(worker, household):
    assert log(worker, household, kind="call", way="door").way == "phone"


def test_a_promise_lies_ahead_and_within_half_a_year(phone, worker, household):
    assert log(worker, household, return_on=today() + FARTHEST_RETURN).return_on
    for day in (today(), today() - timedelta(days=1), today() + FARTHEST_RETURN + timedelta(days=1)):
        with pytest.raises(ValidationError):
            log(worker, household, return_on=day)
        assert send(phone, contact(household, return_on=day.isoformat())).status_code == 400
    assert Visit.objects.count() == 1


def test_a_position_is_kept_whole_or_not_at_all(phone, worker, household):
    answer = send(phone, contact(household, latitude=38.487193333333, longitude="106.230912"))
    assert answer.status_code == 201
    for half in ({"latitude": 38.4}, {"latitude": 91, "longitude": 1}, {"latitude": "nan", "longitude": 1}):
        assert send(phone, contact(household) | half).status_code == 400

    visit = Visit.objects.get()
    assert (visit.latitude, visit.longitude) == (Decimal("38.487193"), Decimal("106.230912"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.update(longitude=None)


def test_all_of_the_content_is_the_content(worker, household):
    number = uuid.uuid4()
    said = {
        "needs": [{"kind": "job", "text": "想找活干"}],
        "companions": ["police"],
        "return_on": today() + timedelta(days=7),
        "latitude": Decimal("38.4"),
        "longitude": Decimal("106.2"),
    }
    log(worker, household, client_uuid=number, outcome="need", **said)
    log(worker, household, client_uuid=number, outcome="need", **said)
    for name in said:
        other = {key: value for key, value in said.items() if key != name}
        if name in {"latitude", "longitude"}:
            other |= {name: Decimal("38.5")}
        with pytest.raises(Refused):
            log(worker, household, client_uuid=number, outcome="need", **other)

    assert (Visit.objects.count(), VisitConflict.objects.count()) == (1, len(said))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("都好👨‍👩‍👧‍👦👍🏽", "都好👨‍👩‍👧‍👦👍🏽"),
        ("\u202e倒着的\u202c字\u200f", "倒着的字"),
        ("  ئەھۋالى ياخشى  ", "ئەھۋالى ياخشى"),
    ],
    ids=["emoji", "turned", "Uyghur"],
)
def test_words_are_kept_as_written_without_turning_marks(phone, household, said, kept):
    assert send(phone, contact(household, note=said)).status_code == 201
    assert Visit.objects.get().note == kept


def test_a_visit_before_the_post_began_is_refused_with_words(grid, household):
    newcomer = make_user("grid_worker", grid, since=today() - timedelta(days=2))
    with pytest.raises(Refused) as refusal:
        log(newcomer, household, visited_at=timezone.now() - timedelta(days=3))
    log(newcomer, household, visited_at=timezone.now() - timedelta(days=2))

    assert refusal.value.code == "before_post"
    assert "还没有在这个网格任职" in str(refusal.value.message)
    assert Visit.objects.count() == 1


def test_a_visit_of_the_own_time_arrives_up_to_three_days_after_the_post(client, grid, household):
    """The phone was off: what was done in office counts, what came after belongs to the next worker."""
    for ago, ended, status in ((3, 2, 201), (2, 2, 409), (1, 2, 409), (4, 3, 403)):
        leaver = make_user("grid_worker", grid, until=today() - timedelta(days=ended))
        client.force_login(leaver)
        at = (timezone.now() - timedelta(days=ago)).isoformat()
        assert send(client, contact(household, visited_at=at)).status_code == status, (ago, ended)


def test_only_the_worker_sends_after_the_post(grid, household, secretary):
    leaver = make_user("grid_worker", grid, until=today() - timedelta(days=1))
    with pytest.raises(PermissionDenied):
        log(leaver, household, by=secretary, visited_at=timezone.now() - timedelta(days=3))


def test_a_worker_who_left_one_of_two_grids_still_sends_for_it(
    client, country, worker, household, next_household
):
    hold(worker, "grid_worker", country["990101001001002"], until=today())
    client.force_login(worker)
    at = (timezone.now() - timedelta(days=1)).isoformat()

    assert send(client, contact(next_household, visited_at=at)).status_code == 201
    assert send(client, contact(next_household)).status_code == 409


def photo_url(visit) -> str:
    return f"{VISITS}{visit.client_uuid}/photos/"


def post_photo(client, visit, upload=None, number=None):
    return client.post(
        photo_url(visit), {"file": upload or picture_upload(), "client_uuid": number or uuid.uuid4()}
    )


def test_a_photo_is_added_once_and_seen_by_who_may_see_the_roster(phone, worker, household, official):
    visit = make_visit(household, worker=worker)
    number = uuid.uuid4()
    answers = [post_photo(phone, visit, number=number) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    photo = visit.photos.get()
    assert answers[0].json()["number"] == answers[1].json()["number"] == str(photo.number)
    url = reverse("files:attachment", args=[photo.number])
    assert phone.get(url).status_code == 200
    other = Client()
    other.force_login(official)
    assert other.get(url).status_code == 404


def test_six_photos_are_enough(phone, worker, household):
    visit = make_visit(household, worker=worker)
    answers = [post_photo(phone, visit) for _ in range(MOST_PHOTOS + 1)]

    assert [answer.status_code for answer in answers] == [201] * MOST_PHOTOS + [409]
    assert (visit.photos.count(), Attachment.objects.count()) == (MOST_PHOTOS, MOST_PHOTOS)


def test_what_is_no_photo_is_refused_and_the_visit_stands(phone, worker, household):
    visit = make_visit(household, worker=worker)
    broken = io.BytesIO(b"GIF89a nothing")
    broken.name = "a.jpg"
    assert post_photo(phone, visit, broken).status_code == 409
    assert phone.post(photo_url(visit), {"client_uuid": uuid.uuid4()}).status_code == 400
    assert phone.post(photo_url(visit), {"file": picture_upload(), "client_uuid": "x"}).status_code == 400
    assert not visit.photos.exists()


def test_a_photo_number_of_elsewhere_shows_nothing(worker, household):
    first, second = make_visit(household, worker=worker), make_visit(household, worker=worker)
    number = uuid.uuid4()
    add_photo(first, picture_upload(), by=worker, client_uuid=number)
    with pytest.raises(Refused):
        add_photo(second, picture_upload(), by=worker, client_uuid=number)
    assert not second.photos.exists()


def test_photos_come_from_who_calls_on_people_there(worker, country, household, secretary, official):
    visit = make_visit(household, worker=worker)
    for other in (make_user("grid_worker", country["990101001001002"]), official):
        with pytest.raises(PermissionDenied):
            add_photo(visit, picture_upload(), by=other, client_uuid=uuid.uuid4())
    add_photo(visit, picture_upload(), by=secretary, client_uuid=uuid.uuid4())
    assert visit.photos.count() == 1


def test_the_page_keeps_the_visit_and_says_which_photo_failed(phone, household):
    form = {
        "client_uuid": uuid.uuid4(), "outcome": "hazard", "way": "door", "kind": "routine",
        "note": "飞线充电", "companions": ["property"], "return_in": "7",
        "latitude": "38.487193", "longitude": "106.230912",
        "photos": [_upload("red"), io.BytesIO(b"not a picture")],
    }  # fmt: skip
    url = reverse("grids:visit_new", args=[household.pk])
    receipt = phone.get(phone.post(url, form).url).content.decode()

    visit = Visit.objects.get()
    assert (visit.photos.count(), visit.companions) == (1, ["property"])
    assert visit.return_on == today() + timedelta(days=7)
    assert "第 2 张照片没有保存" in receipt
    assert "同行：物业" in receipt
    assert reverse("files:attachment", args=[visit.photos.get().number]) in receipt


def _upload(colour: str):
    out = io.BytesIO()
    Image.new("RGB", (9, 9), colour).save(out, "JPEG")
    out.seek(0)
    out.name = "a.jpg"
    return out


def test_the_receipt_takes_more_photos(phone, worker, household):
    visit = make_visit(household, worker=worker)
    url = reverse("grids:visit_photos", args=[visit.client_uuid])
    phone.post(url, {"photos": [_upload("red"), _upload("blue"), _upload("red")]})

    assert visit.photos.count() == 2
    assert "请先选择照片" in phone.get(phone.post(url).url).content.decode()


def test_three_needs_from_one_form(phone, household):
    form = {
        "client_uuid": uuid.uuid4(), "outcome": "need", "way": "door", "kind": "routine",
        "need_kind": "repair", "note": "水管漏水", "need_kind_2": "job", "need_text_2": "想找活干",
        "need_text_3": "问一件别的事",
    }  # fmt: skip
    url = reverse("grids:visit_new", args=[household.pk])
    assert phone.post(url, form | {"need_text_2": ""}).status_code == 400
    assert phone.post(url, form).status_code == 302

    kept = set(NeedRequest.objects.values_list("kind", "text"))
    assert kept == {("repair", "水管漏水"), ("job", "想找活干"), ("other", "问一件别的事")}


def test_a_return_too_far_away_comes_back_with_words(phone, household):
    form = {"client_uuid": uuid.uuid4(), "outcome": "normal", "way": "door", "kind": "routine"}
    url = reverse("grids:visit_new", args=[household.pk])
    answer = phone.post(url, form | {"return_on": today() + timedelta(days=400)})

    assert answer.status_code == 400
    assert "回访日期要在明天以后的半年以内" in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_hazard_becomes_an_event_in_the_same_moment(phone, household):
    make_event_category("E0103")
    sent = contact(
        household, outcome="hazard", note="三楼楼道", hazard={"category": "E0103", "text": "飞线充电"}
    )
    first, again = send(phone, sent), send(phone, sent)

    assert (first.status_code, again.status_code) == (201, 200)
    event = Event.objects.get()
    assert (event.visit.outcome, event.household, event.case.summary) == ("hazard", household, "飞线充电")
    assert first.json()["events"] == [event.case.number]
    assert send(phone, sent | {"note": "别的"}).status_code == 409


def test_a_hazard_of_no_category_is_refused_and_nothing_is_written(phone, household):
    make_event_category("E0103")
    make_event_category("E12")
    for code in ("E9999", "E12", "E01", ""):
        sent = contact(household, outcome="hazard", hazard={"category": code})
        assert send(phone, sent).status_code == 400, code
    assert not Visit.objects.exists()


def test_the_hazard_page_reports_an_event_by_a_tap(phone, household):
    make_event_category("E0103")
    form = {
        "client_uuid": uuid.uuid4(), "outcome": "hazard", "way": "door", "kind": "routine", "note": "三楼",
        "hazard_category": "E0103",
    }  # fmt: skip
    url = reverse("grids:visit_new", args=[household.pk])
    assert "电动车飞线充电" in phone.get(f"{url}?outcome=hazard").content.decode()
    receipt = phone.get(phone.post(url, form).url).content.decode()

    event = Event.objects.get()
    assert (event.category_id, event.case.summary) == ("E0103", "三楼")
    assert event.case.number in receipt
