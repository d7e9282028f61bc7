"""The dossier, the templates and the committees as pages, and the same through the API."""

import io
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from disputes.enums.papers import Paper
from disputes.models import Committee, PaperTemplate
from tests.factories.disputes import make_accepted, make_agreement
from tests.factories.files import picture_upload
from tests.factories.papers import docx_of, docx_upload, make_case_for_papers, make_committee, make_template
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def township(country):
    make_committee(country["990101001"], short_word="凤凰北街")
    return country["990101001"]


@pytest.fixture
def mediator(client, township):
    user = make_user("mediator", township)
    client.force_login(user)
    return user


@pytest.fixture
def dispute(township):
    dispute = make_case_for_papers(township, "closed", outcome="resolved")
    make_agreement(dispute)
    return dispute


def address(dispute, *rest: str) -> str:
    return "/".join(["/disputes", dispute.case.number, "dossier", *rest, ""])


def api(dispute, *rest: str) -> str:
    return "/".join(["/api/v1/dossiers", dispute.case.number, *rest, ""])


def test_the_dossier_says_what_is_there_and_what_is_lacking(client, mediator, dispute):
    page = client.get(address(dispute)).content.decode()

    assert "还不齐" in page
    assert "传回“调解协议书”的签字页，或者勾选纸质原件已入卷" in page
    assert (
        page.index("卷宗封面") < page.index("受理登记表") < page.index("调解协议书") < page.index("卷宗封底")
    )
    assert "马小虎1" not in page


def test_the_case_page_leads_to_its_dossier(client, mediator, dispute):
    page = client.get(f"/disputes/{dispute.case.number}/").content.decode()
    assert address(dispute) in page
    assert "还缺签字页：受理登记表、权利义务告知书、当事人身份证明、调解记录、调解协议书" in page


def test_a_dossier_becomes_complete(client, mediator, dispute):
    for kind in ("registration", "rights_notice", "identity", "record"):
        assert client.post(address(dispute, kind, "original"), {"page_count": 2}).status_code == 302
    pictures = {"uploads": [picture_upload(), picture_upload()]}
    assert client.post(address(dispute, "agreement", "pages"), pictures).status_code == 302
    answer = client.post(address(dispute, "file"), {"title": "", "retention": "long"}, follow=True)

    page = answer.content.decode()
    assert "卷宗齐全" in page
    assert re.search(r"\(\d{4}\)凤凰北街人调字第1号", page)
    assert page.count("纸质原件已入卷，2 页") == 4
    assert "签字页 2 页" in page
    contents = Document(io.BytesIO(client.get(address(dispute, "contents")).content))
    rows = [[cell.text for cell in row.cells][1:] for row in contents.tables[0].rows]
    assert rows == [
        ["文书名称", "页次", "备注"],
        ["受理登记表", "1–2", "纸质原件"],
        ["权利义务告知书", "3–4", "纸质原件"],
        ["当事人身份证明", "5–6", "纸质原件"],
        ["调解记录", "7–8", "纸质原件"],
        ["调解协议书", "9–10", "签字页"],
    ]


def test_a_paper_is_masked_to_read_and_clear_to_press(client, mediator, dispute):
    masked = client.get(address(dispute, "agreement"))
    clear = client.post(address(dispute, "agreement"))

    assert masked["Content-Disposition"].endswith(
        "%E8%B0%83%E8%A7%A3%E5%8D%8F%E8%AE%AE%E4%B9%A6%EF%BC%88%E8%84%B1%E6%95%8F%E4%BB%B6%EF%BC%89.docx"
    )
    assert "no-store" in masked["Cache-Control"] and "no-store" in clear["Cache-Control"]
    assert "马小虎1" not in text_of(masked.content)
    assert "马小虎1" in text_of(clear.content)


def text_of(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_a_file_that_is_no_picture_is_said_beside_the_paper(client, mediator, dispute):
    answer = client.post(address(dispute, "record", "pages"), {"uploads": [docx_upload(docx_of("a"))]})
    assert answer.status_code == 409
    assert "打不开这张照片，请用 JPEG 或 PNG 格式重新上传。" in answer.content.decode()

    answer = client.post(address(dispute, "record", "pages"))
    assert answer.status_code == 400
    assert "请选择签字页的照片。" in answer.content.decode()

    answer = client.post(address(dispute, "record", "original"), {"page_count": "0"})
    assert answer.status_code == 400
    assert "页数应在 1 到 500 之间。" in answer.content.decode()
    assert not dispute.filed_papers.exists()


def test_unknown_papers_are_404(client, mediator, dispute):
    assert client.get(address(dispute, "payslip")).status_code == 404
    assert client.post(address(dispute, "payslip", "original"), {"page_count": 1}).status_code == 404
    assert client.post(address(dispute, "record", "take-out"), {"page": "x"}).status_code == 404


def test_a_signed_page_is_for_those_who_work_on_the_dossier(client, mediator, dispute, country):
    client.post(address(dispute, "agreement", "pages"), {"uploads": [picture_upload()]})
    picture = dispute.filed_papers.get().pages.get()
    url = f"/files/{picture.number}/"

    assert client.get(url).status_code == 200
    for role, place in (("county_official", "990101"), ("mediator", "990102001")):
        client.force_login(make_user(role, country[place]))
        assert client.get(url).status_code == 404


def test_the_dossier_asks_the_database_no_more_for_more(client, mediator, township):
    def queries(applicants: int, pages: int) -> int:
        dispute = make_case_for_papers(township, "closed", outcome="resolved", applicants=applicants)
        make_agreement(dispute)
        for kind in ("registration", "agreement", "record")[:pages]:
            client.post(
                address(dispute, kind, "pages"), {"uploads": [picture_upload() for _ in range(pages)]}
            )
        with CaptureQueriesContext(connection) as asked:
            client.get(address(dispute))
        return len(asked)

    queries(1, 0)  # what a process keeps from the first page on
    assert queries(1, 1) == queries(3, 3)


@pytest.fixture
def supervisor(client, country):
    user = make_user("centre_supervisor", country["990101"])
    client.force_login(user)
    return user


def test_a_template_goes_out_and_comes_back(client, supervisor, country):
    assert client.get("/disputes/templates/").status_code == 200
    page = client.get("/disputes/templates/cover/").content.decode()
    assert "系统自带的模板" in page and "{{ 卷号 }}" in page
    sent = client.get("/disputes/templates/cover/file/").content
    assert "人民调解卷宗" in text_of(sent)
    assert "欧阳修远" in text_of(client.get("/disputes/templates/cover/sample/").content)

    upload = {"area": "990101", "upload": docx_upload(sent), "note": "换抬头"}
    page = client.post("/disputes/templates/cover/", upload, follow=True).content.decode()

    kept = PaperTemplate.objects.get()
    assert "“卷宗封面”第 1 版已启用" in page and "换抬头" in page
    assert client.get(f"/disputes/templates/versions/{kept.pk}/").content == sent
    page = client.post(f"/disputes/templates/versions/{kept.pk}/withdraw/", follow=True).content.decode()
    assert "已停用，改用它前面的一版。" in page


def test_a_bad_template_is_told_with_its_paragraph(client, supervisor):
    upload = {"area": "990101", "upload": docx_upload(docx_of("卷宗", "{{ 密码 }}"))}
    answer = client.post("/disputes/templates/cover/", upload)

    assert answer.status_code == 409
    assert "第 2 段（{{ 密码 }}）：没有叫“密码”的字段，请对照可用字段修改。" in answer.content.decode()
    assert not PaperTemplate.objects.exists()


def test_a_committee_is_registered_with_a_warning(client, supervisor, country):
    form = {
        "area": "990101001", "name": "凤凰北街街道人民调解委员会", "short_word": "凤凰北街", "member_count": 2,
        "women_count": 1, "elected_on": "2026-01-05",
    }  # fmt: skip
    page = client.post("/disputes/committees/new/", form, follow=True).content.decode()

    assert "委员应为 3 至 9 人，现在登记 2 人。" in page
    committee = Committee.objects.get()
    form |= {"member_count": 5}
    page = client.post(f"/disputes/committees/{committee.pk}/", form, follow=True).content.decode()
    assert "委员应为" not in page

    answer = client.post("/disputes/committees/new/", form)
    assert answer.status_code == 400
    assert "已有调解委员会用这个卷号简称" in answer.content.decode()


def test_the_lists_ask_the_database_no_more_for_more_rows(client, supervisor, country):
    def queries(url: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        return len(asked)

    make_committee(country["990101"], short_word="一")
    make_template(country["990101"], supervisor)
    queries(LISTS[0])  # what a process keeps from the first page on
    few = [queries(url) for url in LISTS]
    for number, code in enumerate(("990101001", "990101001001")):
        make_committee(country[code], short_word=str(number))
        make_template(country["990101"], supervisor, version=number + 2)
    assert [queries(url) for url in LISTS] == few


LISTS = ("/disputes/committees/", "/disputes/templates/", "/disputes/templates/cover/")


def test_the_api_keeps_a_dossier_with_the_same_verbs(client, mediator, dispute):
    found = client.get(api(dispute)).json()
    assert found["volume_number"] == "" and len(found["missing"]) == 6
    line = next(line for line in found["papers"] if line["paper"] == "agreement")
    assert (line["status"], line["is_needed"], line["pages"]) == ("unsigned", True, [])

    picture = {"file": picture_upload(), "client_uuid": str(uuid.uuid4())}
    answer = client.post(api(dispute, "papers", "agreement", "pages"), picture)
    assert answer.status_code == 201
    line = next(line for line in answer.json()["papers"] if line["paper"] == "agreement")
    assert (line["status"], line["page_count"], len(line["pages"])) == ("there", 1, 1)
    for kind in ("registration", "rights_notice", "identity", "record"):
        client.post(api(dispute, "papers", kind, "original"), {"page_count": 1}, "application/json")
    filed = client.post(api(dispute, "file"), {"retention": "permanent"}, "application/json").json()
    assert (filed["retention"], filed["missing"]) == ("permanent", [])
    assert filed["volume_number"].endswith("凤凰北街人调字第1号")

    assert "马小虎1" in text_of(client.post(api(dispute, "papers", "agreement")).content)
    assert "马小虎1" not in text_of(client.get(api(dispute, "papers", "agreement")).content)
    assert client.get(api(dispute, "pack"))["Content-Type"] == "application/zip"
    body = {"page": line["pages"][0]["number"]}
    after = client.post(api(dispute, "papers", "agreement", "take-out"), body, "application/json").json()
    assert after["missing"] == ["传回“调解协议书”的签字页，或者勾选纸质原件已入卷"]


def test_the_api_says_the_same_sentences(client, mediator, township):
    dispute = make_accepted(township)

    answer = client.get(api(dispute, "papers", "agreement"))
    assert answer.status_code == 409
    assert answer.json() == {
        "code": "paper_not_due", "detail": "这件纠纷现在还用不到“调解协议书”，请先办理到那一步。",
    }  # fmt: skip
    answer = client.post(api(dispute, "file"), {}, "application/json")
    assert answer.json()["detail"] == "还没有办结，回访或者结案之后才能立卷。"
    assert client.get(api(dispute, "papers", "payslip")).status_code == 404


def test_the_api_takes_templates_and_committees(client, supervisor, country):
    sent = {"kind": "cover", "area": "990101", "file": docx_upload(docx_of("{{ 密码 }}"))}
    answer = client.post("/api/v1/paper-templates/", sent)
    assert (answer.status_code, answer.json()["code"]) == (409, "bad_template")

    sent["file"] = docx_upload(docx_of("{{ 案号 }}"))
    kept = client.post("/api/v1/paper-templates/", sent)
    assert (kept.status_code, kept.json()["version"]) == (201, 1)
    url = f"/api/v1/paper-templates/{kept.json()['id']}/"
    assert text_of(client.get(f"{url}file/").content) == "{{ 案号 }}"
    assert client.post(f"{url}withdraw/").json()["withdrawn_at"]

    body = {
        "area": "990101001", "name": "凤凰北街调委会", "short_word": "凤凰北街", "member_count": 5, "women_count": 2,
        "elected_on": "2026-01-05",
    }  # fmt: skip
    saved = client.post("/api/v1/mediation-committees/", body, "application/json")
    assert (saved.status_code, saved.json()["area_code"]) == (201, "990101001")
    assert PaperTemplate.objects.filter(kind=Paper.COVER).count() == 1
