"""One column finds a case by its words, its number, the keyboard and its parties."""

import pytest

from disputes.actions.registering import add_party
from disputes.actions.searching import index_parties
from governance.audit.models import AuditEvent
from governance.casework.actions.finding import mark_of, spell_cases
from governance.casework.models import Case
from governance.kernel.errors import Refused
from governance.kernel.identity import id_check_digit
from tests.factories.casework import make_case
from tests.factories.disputes import make_dispute

pytestmark = pytest.mark.django_db
ID_NO = "99999919900101001" + id_check_digit("99999919900101001")


def found(text: str) -> list[str]:
    return list(Case.objects.search(text).order_by("id").values_list("title", flat=True))


@pytest.fixture
def leak(grid):
    """One case among others that could be found."""
    make_case(grid, title="停车位收费", place="北塔佳苑", summary="车位租金涨价。")
    return make_case(
        grid, title="楼上漏水损坏天花板", place="银新苑3号楼", summary="厨房渗水两年，双方请求调解。"
    )


WORDS = ["漏水", "天花板", "楼上漏水", "银新苑", "渗水", "漏水 银新", "漏", "板", "3号楼", "漏水，渗水"]


@pytest.mark.parametrize("text", [*WORDS, "lslssh", "sh", "yxy3", "LS"])
def test_search_finds_by_any_words(leak, text):
    assert found(text) == [leak.title]


@pytest.mark.parametrize("text", ["水漏", "漏水 停车", "楼下", "😀", "！", "'", "\\", "a'b | c", "银行"])
def test_search_finds_nothing_else(leak, text):
    assert found(text) == []


def test_search_finds_by_number_and_public_code(leak):
    assert found(leak.number) == [leak.title]
    assert leak.title in found(leak.number[:12].lower())
    assert found(leak.public_code) == [leak.title]
    assert found(leak.public_code[:6]) == []


def test_search_takes_wide_letters_and_capitals_for_the_plain_ones(grid):
    case = make_case(grid, title="ＫＴＶ噪声扰民")
    assert found("ktv") == [case.title]
    assert found("ＫＴＶ 噪声") == [case.title]


def test_search_reads_the_text_as_it_is_now(leak):
    leak.title = "暖气不热"
    leak.save(update_fields=["title"])
    assert found("天花板") == []
    assert found("nqbr") == ["暖气不热"]
    Case.objects.filter(pk=leak.pk).update(title="电梯停运")
    assert found("电梯") == ["电梯停运"]


def test_search_finds_a_person_by_the_whole_name_alone(grid):
    dispute = make_dispute(grid, title="相邻通行", parties=False)
    add_party(dispute, name="欧阳修远", phone="13800138000")
    assert found("欧阳修远") == ["相邻通行"]
    assert found("欧阳 修远") == ["相邻通行"]
    assert found("欧阳") == []
    assert found("修远") == []


def test_search_finds_an_organisation_by_part_of_its_name(grid):
    dispute = make_dispute(grid, title="物业服务", parties=False)
    add_party(dispute, name="宁夏恒泰物业服务有限公司", is_org=True)
    assert found("恒泰") == ["物业服务"]
    assert found("htwy") == ["物业服务"]


def test_search_finds_by_whole_telephone_and_id_number(grid, dispatcher):
    dispute = make_dispute(grid, title="借款", parties=False)
    add_party(dispute, name="张三", phone="13800138000", id_no=ID_NO)
    make_dispute(grid, title="别的")
    for number in ("13800138000", "138 0013 8000", ID_NO):
        mark = mark_of(number, by=dispatcher)
        assert [case.title for case in Case.objects.search_number(mark)] == ["借款"]
    assert found("13800138000") == []
    assert not Case.objects.filter(keywords__contains="13800138000").exists()


def test_mark_of_leaves_a_line_without_the_number(dispatcher):
    mark_of("13800138000", by=dispatcher)
    line = AuditEvent.objects.get(action="casework.find_number")
    assert (line.actor_id, line.after) == (dispatcher.pk, {"kind": "phone"})


@pytest.mark.parametrize("text", ["漏水", "138001", "138001380001", "6401042026", ""])
def test_mark_of_refuses_what_is_no_whole_number(dispatcher, text):
    with pytest.raises(Refused, match="请输入完整的电话或身份证号码"):
        mark_of(text, by=dispatcher)


def test_rows_past_the_verbs_are_put_right_once(grid):
    dispute = make_dispute(grid, title="楼道堆物")
    Case.objects.filter(pk=dispute.pk).update(initials="", keywords="")
    assert found("李小四") == []
    assert (spell_cases(), index_parties()) == (1, 1)
    assert found("李小四") == found("lddw") == ["楼道堆物"]
    assert (spell_cases(), index_parties()) == (0, 0)
