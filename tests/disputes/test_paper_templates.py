"""Templates of officials: what is taken, what is refused and with which sentence, which version a place uses."""

import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from docx import Document

from disputes.actions.papers import make_paper
from disputes.actions.templates import upload_template
from disputes.enums.papers import Paper
from disputes.models import PaperTemplate
from disputes.papers.sheets.shipping import shipped
from governance.audit.models import AuditEvent
from governance.files.actions.templates import withdraw_template
from governance.kernel.errors import Refused
from tests.factories.papers import docx_of, docx_upload, make_case_for_papers, make_template, with_part
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db
DOCX = docx_of("案号：{{ 案号 }}")


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def supervisor(county):
    return make_user("centre_supervisor", county)


def refusal(data: bytes, by, area) -> str:
    with pytest.raises(Refused) as refused:
        upload_template(Paper.COVER, by=by, area=area, upload=docx_upload(data))
    assert refused.value.code == "bad_template"
    assert not PaperTemplate.objects.exists()
    return str(refused.value.message)


ATTACKS = {
    "{{ ''.__class__.__mro__ }}": "第 2 段（{{ ''.__class__.__mro__ }}）：没有叫“….__mro__”的字段",
    "{{ 案号.__class__ }}": "没有叫“案号.__class__”的字段",
    "{% for x in range(9999999999) %}x{% endfor %}": "循环只能写成“for 行 in 当事人”这样",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}": "不是模板里可以用的写法",
    "{{ lipsum }}": "没有叫“lipsum”的字段",
    "{{ self }}": "没有叫“self”的字段",
    "{{ 身份证 }}": "第 2 段（{{ 身份证 }}）：没有叫“身份证”的字段，请对照可用字段修改。",
    "{{ '测' * 999999999 }}": "不是模板里可以用的写法",
    "{{ 9**9**9**9 }}": "不是模板里可以用的写法",
    "{{ 案号|upper }}": "不是模板里可以用的写法",
    "{% set x = 案号 %}": "不是模板里可以用的写法",
    "{% include '/etc/passwd' %}": "不是模板里可以用的写法",
    "{% import 'x' as y %}": "不是模板里可以用的写法",
    "{% macro m() %}{% endmacro %}": "不是模板里可以用的写法",
    "{% for 甲 in 当事人 %}{% for 乙 in 当事人 %}{{ 乙.姓名 }}{% endfor %}{% endfor %}": "里外只能有一层",
    "{% for 甲 in 当事人 recursive %}{{ loop(甲) }}{% endfor %}": "里外只能有一层",
    "{% for 甲 in 当事人 %}{{ 甲.工资 }}{% endfor %}": "没有叫“甲.工资”的字段",
    "{% for 甲 in 当事人 %}{{ 甲 }}{% endfor %}": "要写出它的哪一项",
    "{% for 甲 in 邻居 %}{% endfor %}": "没有叫“邻居”的清单",
    "{% for 案号 in 当事人 %}{% endfor %}": "和字段同名",
    "{{ 当事人 }}": "“当事人”是清单，要用循环逐行写出",
    "{{ 案号": "标记没有写完整",
    "{% for 甲 in 当事人 %}": "标记没有写完整",
    "{% endfor %}": "标记没有写完整",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_upload_template_refuses_what_is_no_field_and_says_where(attack, supervisor, county):
    assert ATTACKS[attack] in refusal(docx_of("抬头", attack), supervisor, county)


def test_upload_template_finds_a_mark_split_over_two_paragraphs(supervisor, county):
    """Word may tear a mark; put together again by the reader, it is read like any other."""
    assert "__class__" in refusal(docx_of("{", "{ ''.__class__ }}"), supervisor, county)


def test_upload_template_reads_headers_and_properties_too(supervisor, county):
    document = Document(io.BytesIO(DOCX))
    document.sections[0].header.paragraphs[0].text = "{{ 密钥 }}"
    made = io.BytesIO()
    document.save(made)
    assert "“密钥”" in refusal(made.getvalue(), supervisor, county)

    document.sections[0].header.paragraphs[0].text = ""
    document.core_properties.title = "{{ settings }}"
    made = io.BytesIO()
    document.save(made)
    assert "“settings”" in refusal(made.getvalue(), supervisor, county)


def bomb() -> bytes:
    return with_part(DOCX, "word/media/a.bin", b"\0" * (50 * 1024 * 1024))


def wide_loop() -> bytes:
    return docx_of("{%p for 甲 in 当事人 %}", "很长" * 40_000, "{%p endfor %}")


def macros() -> bytes:
    types = zipfile.ZipFile(io.BytesIO(DOCX)).read("[Content_Types].xml")
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = types.replace(kind, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    return with_part(DOCX, "[Content_Types].xml", macro)


def outward() -> bytes:
    name = "word/_rels/document.xml.rels"
    rels = zipfile.ZipFile(io.BytesIO(DOCX)).read(name)
    link = b'<Relationship Id="x" Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/>'
    return with_part(DOCX, name, rels.replace(b"</Relationships>", link + b"</Relationships>"))


def in_document(old: bytes, new: bytes) -> bytes:
    xml = zipfile.ZipFile(io.BytesIO(DOCX)).read("word/document.xml")
    assert old in xml
    return with_part(DOCX, "word/document.xml", xml.replace(old, new, 1))


def fields() -> bytes:
    return in_document(
        b"</w:body>", b'<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;/etc/passwd&quot; "/></w:p></w:body>'
    )


def entities() -> bytes:
    return in_document(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "cc">]><w:document')


FILES = {
    "empty": (lambda: b"", "不是 Word 文档"),
    "text": (lambda: "{{ 案号 }}".encode(), "不是 Word 文档"),
    "old doc": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "不是 Word 文档"),
    "zip of something else": (lambda: with_part(b"PK\x05\x06" + b"\0" * 18, "a.txt", b"a"), "不是 Word 文档"),
    "too large": (lambda: b"PK" + b"\0" * (2 * 1024 * 1024), "超过 2 MB"),
    "bomb": (bomb, "解开后太大"),
    "macros by type": (macros, "有宏"),
    "macros by part": (lambda: with_part(DOCX, "word/vbaProject.bin", b"a"), "有宏"),
    "embedded": (lambda: with_part(DOCX, "word/embeddings/a.xlsx", b"a"), "嵌有别的文件"),
    "outward": (outward, "指向外部"),
    "fields": (fields, "INCLUDETEXT"),
    "entities": (entities, "内容不规范"),
    "broken xml": (lambda: with_part(DOCX, "word/document.xml", b"<w:document"), "内容不规范"),
    "too long when filled": (wide_loop, "太长"),
    "too many marks": (lambda: docx_of("{{ 案号 }}" * 500), "标记超过 400 个"),
    "unclosed marks": (lambda: docx_of("{%" * 300), "标记没有写完整"),
}


@pytest.mark.parametrize("name", FILES)
def test_upload_template_refuses_files_that_are_no_plain_word_document(name, supervisor, county):
    make, words = FILES[name]
    sentence = refusal(make(), supervisor, county)
    assert words in sentence
    assert sentence.endswith("。")


def test_upload_template_puts_it_in_force_below_its_area(supervisor, county, country):
    dispute = make_case_for_papers(country["990101001"])
    elsewhere = make_case_for_papers(country["990102001"])
    kept = upload_template(
        Paper.COVER,
        by=supervisor,
        area=county,
        upload=docx_upload(docx_of("本区封面 {{ 案号 }}")),
        note="换抬头",
    )

    mediator = make_user("mediator", country["990101001"])
    far = make_user("mediator", country["990102001"])
    assert (
        words_of(make_paper(dispute, Paper.COVER, by=mediator).data)[0] == f"本区封面 {dispute.case.number}"
    )
    assert "本区封面" not in words_of(make_paper(elsewhere, Paper.COVER, by=far).data)[0]
    event = AuditEvent.objects.get(action="papers.upload_template")
    assert (event.reason, event.after["version"]) == ("换抬头", 1)
    assert kept.version == 1


def words_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_in_force_is_the_nearest_and_latest_that_was_not_withdrawn(supervisor, county, country):
    township = country["990101001"]
    make_template(county, supervisor, version=1)
    second = make_template(county, supervisor, version=2)
    near = make_template(township, supervisor, version=1)
    in_force = PaperTemplate.objects.in_force

    assert in_force(Paper.COVER, township.code) == near
    assert in_force(Paper.COVER, county.code) == second
    withdraw_template(near, by=supervisor)
    assert in_force(Paper.COVER, township.code) == second
    withdraw_template(second, by=supervisor)
    assert in_force(Paper.COVER, township.code).version == 1
    assert in_force(Paper.AGREEMENT, township.code) is None


def test_withdraw_template_twice_is_refused(supervisor, county):
    template = make_template(county, supervisor)
    withdraw_template(template, by=supervisor)

    with pytest.raises(Refused) as refused:
        withdraw_template(template, by=supervisor)

    assert refused.value.code == "withdrawn"


def test_upload_template_takes_the_right_in_that_area(supervisor, country):
    for area in (country["9901"], country["990102"]):
        with pytest.raises(PermissionDenied):
            upload_template(Paper.COVER, by=supervisor, area=area, upload=docx_upload(DOCX))


def test_a_shipped_template_comes_back_edited(supervisor, county):
    """Downloaded, changed a word and sent back, as an official does it."""
    document = Document(io.BytesIO(shipped(Paper.AGREEMENT)))
    document.paragraphs[0].runs[0].text = "人民调解协议书"
    made = io.BytesIO()
    document.save(made)

    kept = upload_template(Paper.AGREEMENT, by=supervisor, area=county, upload=docx_upload(made.getvalue()))

    assert kept.version == 1


def test_a_template_gone_bad_in_the_table_is_a_sentence(supervisor, county, country):
    make_template(county, supervisor, words="{{ 没有 }}")
    dispute = make_case_for_papers(country["990101001"])

    with pytest.raises(Refused) as refused:
        make_paper(dispute, Paper.COVER, by=make_user("mediator", country["990101001"]))

    assert refused.value.message.startswith("“卷宗封面”的模板不能用：没有叫“没有”的字段")
