"""Every paper of every course: its page, its type, its fields, and what it must not say."""

import io
import re
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.translation import override
from docx import Document
from docx.oxml.ns import qn

from disputes.actions.papers import CLEAR_MARK, MASKED_MARK, make_dossier, make_paper
from disputes.enums.disputes import PartyRole
from disputes.enums.mediation import AgreementForm
from disputes.enums.papers import Paper
from disputes.models.course import dossier_of
from disputes.papers.fields import KNOWN
from disputes.papers.sheets.shipping import FOLDER, SHEETS, shipped
from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from governance.kernel.templating.filling import fill, try_out
from governance.kernel.templating.packages import W
from tests.factories.disputes import make_agreement, make_follow_up, make_party, make_session
from tests.factories.papers import make_case_for_papers, make_committee
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db
MARGINS = {"top_margin": 37, "left_margin": 28, "bottom_margin": 35, "right_margin": 26}
CLEAR = re.compile(r"1[0-9]{10}(?![0-9])|[0-9]{17}[0-9X]")


def read(data: bytes):
    return Document(io.BytesIO(data))


def words_of(document) -> str:
    """Everything that is printed, header and footer too."""
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        for part in parts
        for paragraph in part.iter(f"{W}p")
    )


def cells_of(document) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


@pytest.fixture
def mediator(country):
    return make_user("mediator", country["990101001"], name="马建国")


@pytest.fixture
def township(country):
    make_committee(country["990101001"], name="凤凰北街街道人民调解委员会", short_word="凤凰北街")
    return country["990101001"]


def course(township, name: str):
    """A dispute that has run the course, up to its end."""
    if name == "twelve parties":
        dispute = make_case_for_papers(township, "agreed_written", applicants=12, outcome="resolved")
        make_session(dispute, place="第一调解室", record="逐项核对账目。")
        make_agreement(dispute, content="一次付清。", amount_cents=14_400_000)
        return dispute
    if name == "agent":
        dispute = make_case_for_papers(township)
        make_party(dispute, PartyRole.AGENT, name="田律师", phone="13900001111")
        return dispute
    if name == "oral":
        dispute = make_case_for_papers(township, "agreed_oral", outcome="resolved")
        make_agreement(dispute, AgreementForm.ORAL, content="当场付清。")
        make_follow_up(dispute, note="马小虎1说款已到账。")
        return dispute
    ends = {"failed": "failed", "refused": "refused", "redirected": "redirected"}
    if name in ends:
        dispute = make_case_for_papers(township, ends[name], outcome=ends[name])
        dispute.case.note(name.removesuffix("ed"), by=None, note="双方差距较大。")
        return dispute
    if name == "declined":
        return make_case_for_papers(township, "not_accepted", outcome="declined", accepted_on=None)
    dispute = make_case_for_papers(township, "agreed_written", outcome="resolved")
    make_agreement(dispute, content="一次付清。", amount_cents=1_005_007)
    return dispute


COURSES = ["two parties", "twelve parties", "agent", "oral", "failed", "refused", "redirected", "declined"]


@pytest.mark.parametrize("name", COURSES)
def test_every_paper_of_a_course_is_laid_out_and_filled(name, township, mediator):
    dispute = course(township, name)

    for entry in dossier_of(dispute):
        document = read(make_paper(dispute, entry.kind, by=mediator, is_clear=True).data)
        section, words = document.sections[0], words_of(document)
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        for side, width in MARGINS.items():
            assert round(getattr(section, side).mm) == width, (entry.kind, side)
        assert "{{" not in words and "{%" not in words
        assert "None" not in words and "行." not in words
        assert "马建国" in words  # the mark says who made it
        assert document.paragraphs[0].text


def test_every_sheet_names_the_fonts_of_the_office_and_numbers_its_pages():
    for kind in SHEETS:
        document = read(shipped(kind))
        fonts = {node.get(qn("w:eastAsia")) for node in document.element.body.iter(f"{W}rFonts")}
        assert fonts <= {"宋体", "仿宋", "黑体"} and "宋体" in fonts
        assert document.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋"
        footer = document.sections[0].footer._element
        assert [node.text for node in footer.iter(f"{W}instrText")] == ["PAGE"]


def test_the_thirteen_papers_of_the_dossier_are_among_them():
    asked = {
        Paper.REGISTRATION, Paper.RIGHTS_NOTICE, Paper.IDENTITY, Paper.RECORD, Paper.AGREEMENT, Paper.BACK_COVER,
        Paper.PROXY, Paper.INVESTIGATION, Paper.EVIDENCE, Paper.RECEIPT, Paper.FOLLOW_UP, Paper.CONFIRMATION,
        Paper.STATEMENT,
    }  # fmt: skip
    assert len(asked) == 13
    assert asked | {Paper.COVER, Paper.CONTENTS, Paper.DECLINE_NOTICE, Paper.END_NOTICE} <= set(SHEETS)
    assert set(SHEETS) == set(Paper)


def test_shipped_templates_are_what_the_sheets_draw():
    """After a change in papers/sheets: `manage.py make_paper_templates`."""
    for kind, draw in SHEETS.items():
        with (
            zipfile.ZipFile(io.BytesIO(draw().save())) as drawn,
            zipfile.ZipFile(FOLDER / f"{kind.value}.docx") as kept,
        ):
            assert {name: drawn.read(name) for name in drawn.namelist()} == {
                name: kept.read(name) for name in kept.namelist()
            }, kind


@pytest.mark.parametrize("kind", list(SHEETS))
def test_shipped_templates_pass_their_own_trial_and_use_every_field_they_name(kind):
    try_out(shipped(kind), KNOWN)
    words = words_of(read(fill(shipped(kind), KNOWN.sample(3), KNOWN)))
    assert "{" not in words


def test_twelve_parties_each_have_a_line_with_their_claim_in_capitals(township, mediator):
    dispute = course(township, "twelve parties")

    document = read(make_paper(dispute, Paper.APPLICATION, by=mediator, is_clear=True).data)

    cells = cells_of(document)
    assert cells.count("壹万贰仟元整") == 12
    assert [f"马小虎{n}" in cells for n in range(1, 13)] == [True] * 12
    assert cells.count("13") == 2  # the employer is the thirteenth line of both tables


def test_an_agreement_says_its_amount_in_figures_and_capitals(township, mediator):
    dispute = course(township, "two parties")

    words = words_of(read(make_paper(dispute, Paper.AGREEMENT, by=mediator, is_clear=True).data))

    assert "人民币 10,050.07 元（大写：壹万零伍拾元零柒分）" in words
    assert "一次付清。" in words
    assert "凤凰北街街道人民调解委员会" in words
    assert "本协议一式 3 份" in words


def test_an_agreement_is_printed_to_be_signed_before_it_takes_effect(township, mediator):
    dispute = make_case_for_papers(township)
    agreement = make_agreement(dispute, content="五日内付清。", effective_on=None, amount_cents=500_000)
    agreement.parties.filter(party__role=PartyRole.APPLICANT).update(
        amount_cents=500_000, obligation="收到后出具收条"
    )

    document = read(make_paper(dispute, Paper.AGREEMENT, by=mediator, is_clear=True).data)

    assert "五日内付清。" in words_of(document)
    assert {"伍仟元整", "收到后出具收条"} <= set(cells_of(document))


@pytest.mark.parametrize("name", COURSES)
def test_a_masked_paper_shows_no_number_and_no_name(name, township, mediator):
    dispute = course(township, name)

    for entry in dossier_of(dispute):
        words = words_of(read(make_paper(dispute, entry.kind, by=mediator).data))
        assert CLEAR.findall(words) == [], entry.kind
        assert "马小虎1" not in words
        assert MASKED_MARK in words
    assert not AuditEvent.objects.filter(action="personal.reveal").exists()


def test_make_paper_in_the_clear_is_on_record_and_marked(township, mediator):
    dispute = course(township, "two parties")

    words = words_of(read(make_paper(dispute, Paper.REGISTRATION, by=mediator, is_clear=True).data))

    assert "马小虎1" in words and "13912340001" in words
    assert "含个人信息" in words and CLEAR_MARK[:5] in words
    look = AuditEvent.objects.get(action="personal.reveal")
    assert (look.actor_id, look.after, look.reason) == (
        mediator.pk,
        {"paper": "registration"},
        "制作受理登记表",
    )


def test_make_paper_in_the_clear_takes_the_right_to_reveal(township, country):
    dispute = course(township, "two parties")
    department = make_user("department_handler", township)

    with pytest.raises(PermissionDenied):
        make_paper(dispute, Paper.COVER, by=department)
    supervisor = make_user("centre_supervisor", country["990101"])
    with pytest.raises(PermissionDenied):
        make_paper(dispute, Paper.COVER, by=supervisor, is_clear=True)


def test_make_paper_counts_towards_the_looks_of_an_hour(township, mediator):
    dispute = course(township, "two parties")
    for _ in range(30):
        make_paper(dispute, Paper.COVER, by=mediator, is_clear=True)

    with pytest.raises(Refused) as refused:
        make_paper(dispute, Paper.COVER, by=mediator, is_clear=True)

    assert refused.value.code == "too_many_reveals"
    assert make_paper(dispute, Paper.COVER, by=mediator).data


def test_make_paper_refuses_one_the_case_has_not_come_to(township, mediator):
    dispute = make_case_for_papers(township)

    with pytest.raises(Refused) as refused:
        make_paper(dispute, Paper.AGREEMENT, by=mediator)

    assert refused.value.message == "这件纠纷现在还用不到“调解协议书”，请先办理到那一步。"


def test_make_dossier_packs_what_is_bound_in_order_and_looks_once(township, mediator):
    dispute = course(township, "twelve parties")

    made = make_dossier(dispute, by=mediator, is_clear=True)

    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        names = archive.namelist()
        assert all(read(archive.read(name)).paragraphs for name in names)
    assert [name.split("_")[0] for name in names] == [f"{n:02d}" for n in range(1, len(names) + 1)]
    assert [name.split("_")[2] for name in names] == [
        "卷宗封面.docx", "卷内目录.docx", "受理登记表.docx", "权利义务告知书.docx", "当事人身份证明.docx",
        "调解记录.docx", "调解协议书.docx", "卷宗封底.docx",
    ]  # fmt: skip
    assert AuditEvent.objects.filter(action="personal.reveal").count() == 1


def test_papers_hold_whatever_people_write(township, mediator):
    dispute = make_case_for_papers(township, summary="<b>{{ 案号 }}</b> & 😀\n第二行\x07 {% for %}")

    words = words_of(read(make_paper(dispute, Paper.REGISTRATION, by=mediator, is_clear=True).data))

    assert "<b>{{ 案号 }}</b> & 😀" in words and "第二行 {% for %}" in words


def test_papers_are_chinese_for_an_english_reader(township, mediator):
    dispute = course(township, "refused")
    with override("en"):
        made = make_paper(dispute, Paper.END_NOTICE, by=mediator)

    assert made.name.endswith("_调解终结告知书（脱敏件）.docx")
    assert "因当事人拒绝" in words_of(read(made.data))
