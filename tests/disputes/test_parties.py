"""Many parties at once: what a pasted line may say, and that a bad list leaves nothing behind."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from disputes.actions.parties import add_parties
from disputes.enums.disputes import PartyRole, Scale
from disputes.models import Dispute
from disputes.rules.pasting import read_lines
from governance.kernel.errors import Refused
from tests.factories.disputes import make_accepted, make_category

TWELVE = "\n".join(f"工友{n} 1380013{n:04d} {20000 + n * 100}" for n in range(12))


def read(text):
    return read_lines(text, role=PartyRole.APPLICANT)


@pytest.mark.parametrize(
    ("line", "name", "phone", "cents"),
    [
        ("张三 13800138000 26400", "张三", "13800138000", 2_640_000),
        ("张三\t13800138000\t26,400.50", "张三", "13800138000", 2_640_050),
        ("张三，13800138000，26400元", "张三", "13800138000", 2_640_000),
        ("张三 26400", "张三", "", 2_640_000),
        ("张三 无 26400", "张三", "", 2_640_000),
        ("张三 0951-6012345", "张三", "0951-6012345", None),
        ("　张三　１３８００１３８０００　", "张三", "13800138000", None),
        ("阿布都·买买提", "阿布都·买买提", "", None),
    ],
)
def test_line_says_name_phone_and_amount(line, name, phone, cents):
    [party] = read(line).parties
    assert (party["name"], party["phone"], party["claim_cents"]) == (name, phone, cents)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("13800138000 26400", "第 1 行：缺少姓名，请按“姓名 电话 金额”填写。"),
        ("张三 两万六", "第 1 行：看不懂“两万六”，请按“姓名 电话 金额”填写。"),
        ("张三 13800138000 26400 尾款", "第 1 行：看不懂“尾款”，请按“姓名 电话 金额”填写。"),
        ("张" * 81, "第 1 行：姓名超过 80 个字。"),
    ],
)
def test_bad_line_is_named_with_what_is_wrong(line, sentence):
    assert read(line).errors == [sentence]


def test_every_bad_line_is_named_by_its_number_in_the_text():
    errors = read("张三 13800138000 100\n\n李四 ?\n张三 13800138000 200").errors
    assert [words.split("：")[0] for words in errors] == ["第 3 行", "第 4 行"]
    assert errors[1] == "第 4 行：和第 1 行重复。"


def test_too_many_lines_are_refused_as_a_whole():
    assert read("\n".join(f"工友{n}" for n in range(201))).errors == ["一次最多 200 行，请分批录入。"]


def test_group_is_registered_with_its_pasted_applicants(client, grid, dispatcher):
    client.force_login(dispatcher)
    given = {
        "title": "12 人追索工资", "category": make_category("0701").pk, "source": "window", "people_count": 13,
        "area": grid.code, "client_uuid": "00000000-0000-4000-8000-000000000001", "group": TWELVE,
        "party-TOTAL_FORMS": 1, "party-INITIAL_FORMS": 0, "party-0-name": "某劳务公司",
        "party-0-role": "respondent", "party-0-is_org": "on",
    }  # fmt: skip

    answer = client.post(reverse("disputes:case_register"), given)

    dispute = Dispute.objects.get()
    assert answer.status_code == 302
    assert dispute.parties.filter(role="applicant").count() == 12
    assert sum(party.claim_cents or 0 for party in dispute.parties.all()) == 24_660_000


def test_bad_line_of_the_group_registers_nothing(client, grid, dispatcher):
    client.force_login(dispatcher)
    given = {
        "title": "追索工资", "category": make_category("0701").pk, "source": "window", "people_count": 3,
        "area": grid.code, "client_uuid": "00000000-0000-4000-8000-000000000002", "group": "张三 100\n李四 很多",
        "party-TOTAL_FORMS": 1, "party-INITIAL_FORMS": 0, "party-0-name": "某劳务公司",
        "party-0-role": "respondent",
    }  # fmt: skip

    answer = client.post(reverse("disputes:case_register"), given)

    assert answer.status_code == 400 and not Dispute.objects.exists()
    assert "第 2 行：看不懂“很多”" in answer.content.decode()
    assert "李四 很多" in answer.content.decode()


def test_pasted_parties_are_added_and_counted(client, grid, dispatcher):
    dispute = make_accepted(grid)
    client.force_login(dispatcher)

    answer = client.post(
        reverse("disputes:parties_add", args=[dispute.case.number]),
        {"role": "applicant", "lines": TWELVE},
        follow=True,
    )

    dispute.refresh_from_db()
    assert "已补录 12 名当事人。" in answer.content.decode()
    assert (dispute.parties.count(), dispute.people_count, dispute.scale) == (14, 14, Scale.GROUP)
    assert dispute.case.actions.last().note == "补录 12 名当事人。"


def test_somebody_already_there_is_refused_and_nobody_is_added(grid, dispatcher):
    dispute = make_accepted(grid)
    again = [{"name": "王五"}, {"name": "张三", "phone": "13800138000"}]

    with pytest.raises(Refused, match="已经登记过：张\\*"):
        add_parties(dispute, by=dispatcher, parties=again)

    assert dispute.parties.count() == 2


def test_two_hundred_parties_are_the_most(grid, dispatcher):
    dispute = make_accepted(grid)

    with pytest.raises(Refused, match="最多 200 名当事人"):
        add_parties(dispute, by=dispatcher, parties=[{"name": f"工友{n}"} for n in range(199)])


def test_closed_dispute_takes_no_more_parties(grid, dispatcher):
    dispute = make_accepted(grid, "closed", outcome="failed", closed_on="2026-11-01")

    with pytest.raises(Refused, match="已经办结"):
        add_parties(dispute, by=dispatcher, parties=[{"name": "王五"}])


def test_stranger_adds_nobody(grid, stranger):
    with pytest.raises(PermissionDenied):
        add_parties(make_accepted(grid), by=stranger, parties=[{"name": "王五"}])


def test_api_adds_all_or_none(client, grid, dispatcher):
    dispute = make_accepted(grid)
    client.force_login(dispatcher)
    address = reverse("dispute-parties", args=[dispute.case.number])

    def send(*parties):
        return client.post(address, json.dumps({"parties": parties}), content_type="application/json")

    bad = send({"name": "王五"}, {"name": "赵六", "phone": "abc"})
    good = send({"name": "王五", "claim_cents": 100}, {"name": "赵六"})

    assert (bad.status_code, good.status_code) == (400, 200)
    assert len(good.json()["parties"]) == 4
