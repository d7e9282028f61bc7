"""Committees, dossiers and Word files: real ones, and ones that mean harm."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from disputes.enums.disputes import PartyRole
from disputes.enums.papers import SIGNED, Paper
from disputes.models import Committee, Dispute, Dossier, FiledPaper, PaperTemplate
from disputes.models.course import dossier_of
from governance.areas.models import Area
from governance.kernel.days import today
from tests.factories.disputes import make_accepted, make_party

# Reserved for examples: valid check digits, nobody's number.
ID_MAN, ID_WOMAN = "110101198503070013", "110101199001010023"


def make_committee(area: Area, **fields) -> Committee:
    defaults = {
        "name": f"{area.name}人民调解委员会",
        "short_word": area.name,
        "member_count": 5,
        "women_count": 2,
    }
    return Committee.objects.create(area=area, **(defaults | fields))


def make_parties(dispute: Dispute, applicants: int = 1) -> None:
    """Persons with telephones and numbers, against one employer."""
    for number in range(1, applicants + 1):
        make_party(
            dispute, name=f"马小虎{number}", phone=f"1391234{number:04d}", id_no=ID_MAN, claim_cents=1_200_000
        )
    make_party(
        dispute, PartyRole.RESPONDENT, name="银川宏达建筑公司", is_org=True, phone="09516012345", id_no=""
    )


def make_case_for_papers(area: Area, state: str = "mediating", *, applicants: int = 1, **fields) -> Dispute:
    """An accepted dispute whose parties can be written on paper; its story names one of them and a telephone."""
    defaults = {
        "parties": False,
        "title": "拖欠工资纠纷",
        "summary": "马小虎1要求支付工资，电话 13912340001。",
    }
    if fields.get("outcome") == "resolved":
        defaults["resolved_on"] = today()
    if state == "closed":
        defaults["closed_on"] = today()
    dispute = make_accepted(area, state, **(defaults | fields))
    make_parties(dispute, applicants)
    return dispute


def file_everything(dispute: Dispute, by) -> None:
    """Every paper that is waited for lies in the folder, and the dossier has its number."""
    for entry in dossier_of(dispute):
        if entry.is_needed and entry.kind in SIGNED:
            FiledPaper.objects.update_or_create(
                dispute=dispute, kind=entry.kind, defaults={"is_on_paper": True, "changed_by": by}
            )
    committee = Committee.objects.serving(dispute.area_code) or make_committee(dispute.case.area)
    serial = Dossier.objects.filter(committee=committee).count() + 1
    Dossier.objects.get_or_create(
        dispute=dispute,
        defaults={
            "committee": committee, "year": today().year, "serial": serial, "title": "卷", "filed_by": by,
            "number": f"({today().year}){committee.short_word}人调字第{serial}号",
        },
    )  # fmt: skip


def make_template(area: Area, by, kind: str = Paper.COVER, *, version: int = 1, words: str = "{{ 案号 }}"):
    data = docx_of(words)
    return PaperTemplate.objects.create(
        area=area, kind=kind, version=version, data=data, file_name="a.docx", size=len(data), sha256="0" * 64,
        uploaded_by=by,
    )  # fmt: skip


def docx_of(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The file with a part added or replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return made.getvalue()


def docx_upload(data: bytes, name: str = "模板.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)
