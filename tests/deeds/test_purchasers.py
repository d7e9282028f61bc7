"""What purchasers are told, ask and read: the bulletin, the proof by contract and phone, questions and answers."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from deeds.actions.bulletins import draft_bulletin, publish_bulletin, revise_bulletin, withdraw_bulletin
from deeds.actions.purchasers import answer_question, ask_question, enter_purchaser, forget_purchasers
from deeds.enums.housing import PURCHASERS_KEPT
from deeds.models import Purchaser, PurchaserQuestion
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.enums.public import RATES, TryPurpose
from tests.factories.deeds import make_housing_project, make_progress
from tests.factories.files import make_attachment
from tests.factories.housing import (
    CONTRACT,
    PHONE,
    make_bulletin,
    make_delivery,
    make_purchaser,
    make_question,
)

pytestmark = pytest.mark.django_db
WRONG = "合同编号和电话对不上"
MONTH = {"period": date(2026, 11, 9), "funds_level": "tight", "next_on": date(2026, 12, 10)}


@pytest.fixture
def project(grid):
    return make_housing_project(grid)


@pytest.fixture
def open_project(project):
    make_bulletin(project, is_published=True)
    return project


def address(project, name: str = "project") -> str:
    return reverse(f"housing_public:{name}", args=[project.token])


def words(answer) -> str:
    return answer.content.decode().split("<main", 1)[1]


def verify(client, project, contract: str = CONTRACT, phone: str = PHONE):
    return client.post(address(project, "verify"), {"contract": contract, "phone": phone})


def ask(client, project, page, text: str):
    """Send the form of a page one was shown, as slowly as people do."""
    sent = {name: page.context["form"][name].value() for name in ("seal", "key")}
    with time_machine.travel(timezone.now() + timedelta(seconds=9), tick=False):
        return client.post(address(project, "ask"), {**sent, "website": "", "text": text})


def test_a_bulletin_is_read_once_it_is_published(client, project, officer):
    make_progress(project, percent=62, planned=60)
    bulletin = draft_bulletin(project, by=officer, progress_text="3号楼主体封顶。", **MONTH)
    project.refresh_from_db()
    assert project.token is None

    publish_bulletin(bulletin, by=officer)

    project.refresh_from_db()
    page = words(client.get(address(project)))
    for shown in ("3号楼主体封顶", "62%", "按节点拨付", project.name):
        assert shown in page
    assert client.get(address(project).lower()).status_code == 200


def test_what_purchasers_have_read_is_withdrawn_not_changed(client, project, officer):
    bulletin = draft_bulletin(project, by=officer, progress_text="写错了", **MONTH)
    publish_bulletin(bulletin, by=officer)
    told = {"progress_text": "改过", "funds_level": "gap", "next_on": MONTH["next_on"]}

    with pytest.raises(Refused, match="请先撤回"):
        revise_bulletin(bulletin, by=officer, **told)
    with pytest.raises(ValidationError, match="本月已有公告"):
        draft_bulletin(project, by=officer, progress_text="又一期", **MONTH)
    with pytest.raises(Refused, match="理由"):
        withdraw_bulletin(bulletin, by=officer, note="")
    withdraw_bulletin(bulletin, by=officer, note="数字有误")
    draft_bulletin(project, by=officer, progress_text="更正的一期", **MONTH)

    project.refresh_from_db()
    assert "现在没有公告" in words(client.get(address(project)))


def test_a_number_of_a_person_is_not_published(project, officer):
    with pytest.raises(Refused, match="手机号或证件号"):
        draft_bulletin(project, by=officer, progress_text="找王工 13800138000", **MONTH)

    question = make_question(project)
    with pytest.raises(Refused, match="手机号或证件号"):
        answer_question(question, by=officer, answer="打 13800138000", public_text="何时交房")
    answer_question(question, by=officer, answer="打 13800138000")


def test_a_picture_is_served_as_long_as_its_bulletin_is_published(client, project, officer, grid):
    bulletin = draft_bulletin(project, by=officer, progress_text="封顶。", **MONTH)
    picture = make_attachment(grid)
    bulletin.photos.add(picture)
    publish_bulletin(bulletin, by=officer)
    project.refresh_from_db()
    way = reverse("housing_public:photo", args=[project.token, picture.number])

    assert client.get(way).status_code == 200
    assert client.get(way.replace(str(picture.number), str(make_attachment(grid).number))).status_code == 404
    withdraw_bulletin(bulletin, by=officer, note="有误")
    assert client.get(way).status_code == 404


def test_contract_and_phone_lead_to_ones_own_questions_alone(client, open_project):
    mine = make_purchaser(open_project)
    make_question(open_project, mine, took=1, answer="十二月复工。", text="什么时候复工？")
    make_question(open_project, text="别人的问题")

    page = words(verify(client, open_project, contract="ht2021 00817", phone="138-0013-8000"))

    assert "什么时候复工？" in page
    assert "十二月复工。" in page
    assert "别人的问题" not in page


@pytest.mark.parametrize(("contract", "phone"), [(CONTRACT, "13800138001"), ("HT-0000", PHONE)])
def test_a_wrong_phone_is_answered_like_an_unknown_contract(client, open_project, contract, phone):
    make_purchaser(open_project)

    answer = verify(client, open_project, contract, phone)

    assert answer.status_code == 400
    assert WRONG in words(answer)


def test_a_contract_is_not_guessed_by_trying_phones(client, open_project):
    make_purchaser(open_project)
    most = RATES[TryPurpose.CODE][0].most
    for number in range(most):
        assert verify(client, open_project, phone=f"1380013900{number}").status_code == 400

    answer = verify(client, open_project)

    assert answer.status_code == 429
    assert "次数太多" in words(answer)


def test_the_proof_of_one_project_opens_no_other(client, open_project, grid):
    other = make_housing_project(grid)
    make_bulletin(other, is_published=True)
    make_purchaser(open_project)

    assert verify(client, other).status_code == 400
    key = verify(client, open_project).context["form"]["key"].value()
    stolen = client.post(address(other, "ask"), {"key": key, "text": "问"})
    assert stolen.status_code == 409


def test_a_question_is_asked_once_and_its_answer_is_read_on_the_same_page(client, open_project, officer):
    make_purchaser(open_project)
    page = verify(client, open_project)

    first, second = (ask(client, open_project, page, "水电什么时候通？") for _n in range(2))

    assert (first.status_code, second.status_code) == (200, 200)
    question = PurchaserQuestion.objects.get()
    assert question.due_on > today()
    answer_question(question, by=officer, answer="年底前通。", public_text="水电何时接通")
    assert "年底前通。" in words(verify(client, open_project))
    public = words(client.get(address(open_project)))
    assert "水电何时接通" in public
    assert "水电什么时候通" not in public
    assert re.search(r"1380013|00817", public) is None


def test_a_question_is_answered_once_by_who_may(project, officer, dispatcher):
    question = make_question(project)

    with pytest.raises(PermissionDenied):
        answer_question(question, by=dispatcher, answer="好")
    answer_question(question, by=officer, answer="好")
    with pytest.raises(Refused, match="请刷新页面"):
        answer_question(question, by=officer, answer="再好")


def test_neither_number_of_a_purchaser_is_kept(project, officer):
    enter_purchaser(project, by=officer, contract=CONTRACT, phone=PHONE)
    enter_purchaser(project, by=officer, contract=CONTRACT, phone="13900139000")

    row = Purchaser.objects.values().get()
    assert PHONE not in str(row)
    assert "202100817" not in str(row)
    with pytest.raises(Refused, match="太短"):
        enter_purchaser(project, by=officer, contract="1", phone=PHONE)


def test_a_question_sent_twice_at_once_is_one(project):
    purchaser, number = make_purchaser(project), uuid4()

    rows = {ask_question(purchaser, text="问", client_uuid=number).pk for _n in range(2)}

    assert len(rows) == 1


def test_purchasers_are_forgotten_three_years_after_the_last_home(project, officer):
    batch = make_delivery(project, planned=project.homes, delivered=project.homes)
    open_one, told = make_question(project), make_question(project, took=1, public_text="何时交房")
    later = today() + PURCHASERS_KEPT

    assert forget_purchasers(later - timedelta(days=1)) == 0
    assert forget_purchasers(later) == 2
    assert forget_purchasers(later) == 0
    open_one.refresh_from_db()
    told.refresh_from_db()
    assert (open_one.text, open_one.purchaser) == ("—", None)
    assert (told.text, told.answer, told.public_text) == ("—", "十二月复工。", "何时交房")
    assert batch.delivered == project.homes
