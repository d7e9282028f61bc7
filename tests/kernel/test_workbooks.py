"""Files of strangers: read when they can be, refused with one clear sentence when they cannot."""

import io
import time
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from governance.kernel.errors import Refused
from governance.kernel.workbooks.cells import (
    BadCell,
    ChoiceColumn,
    CodeColumn,
    DateColumn,
    IdNumberColumn,
    NumberColumn,
    PhoneColumn,
    TextColumn,
)
from governance.kernel.workbooks.guarding import MOST_ROWS
from governance.kernel.workbooks.reading import open_sheet
from governance.kernel.workbooks.writing import LedgerFile
from tests.factories.tables import workbook

COLUMNS = (
    CodeColumn("code", "代码", required=True),
    TextColumn("name", "名称", required=True, longest=10),
    NumberColumn("count", "户数"),
    ChoiceColumn("kind", "类型", labels={"own": "自住", "let": "出租"}),
    DateColumn("on", "日期"),
)
HEADER = ["代码", "名称", "户数", "类型", "日期"]


def sheet_of(data: bytes):
    return open_sheet(io.BytesIO(data), COLUMNS)


def rows_of(data: bytes) -> list:
    sheet = sheet_of(data)
    found = list(sheet.rows())
    for row in found:
        sheet.read(row)
    return found


def packed(**parts: bytes) -> bytes:
    """A zip of parts named with dots for slashes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def with_sheet_xml(xml: bytes) -> bytes:
    """A lawful workbook whose one sheet is put in by hand."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([HEADER]))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(
                part.filename, xml if "worksheets/sheet1" in part.filename else old.read(part.filename)
            )
    return out.getvalue()


SHEET = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"PK", "not_a_workbook"),
        (b"PK\x03\x04" + b"x" * 50, "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_workbook"),
        (packed(**{"word/document.xml": b"<a/>"}), "not_a_workbook"),
        (packed(**{"xl/workbook.xml": b"<a>", "../evil": b""}), "not_a_workbook"),
        (packed(**{"xl/workbook.xml": b"<!DOCTYPE a><a/>", "xl/_rels/workbook.xml.rels": b"<a/>"}), "not_a_workbook"),
        (packed(**{"xl/workbook.xml": b"", **{f"p{i}": b"" for i in range(300)}}), "zip_bomb"),
        (bytes(range(256)) * 4, "not_a_table"),
        ("说明,没有表头\n一,二\n".encode(), "no_header"),
        ("代码,数量\n1,2\n".encode(), "no_header"),
        ("代码,户数\n1,2\n".encode(), "columns_missing"),
        ("代码,名称,名称\n1,2,3\n".encode(), "title_twice"),
        ("代码,名称\n1,a\x00b\n".encode(), "not_a_table"),
        (workbook([["无关", "列"], [1, 2]]), "no_header"),
        (workbook([HEADER, ["1", "甲"]], sheets={"另一张": [HEADER, ["2", "乙"]]}), "two_sheets"),
        (with_sheet_xml(SHEET % b""), "no_header"),
        (with_sheet_xml(b"\xff\xfe nonsense <row"), "no_header"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(data, code):
    with pytest.raises(Refused) as refused:
        sheet_of(data)
    assert refused.value.code == code
    assert refused.value.message.endswith("。")


def test_a_bomb_is_refused_at_once():
    bomb = packed(**{"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b"0" * (150 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    begun = time.process_time()
    with pytest.raises(Refused, match="解开后过大"):
        sheet_of(bomb)
    assert time.process_time() - begun < 1


def test_a_cell_at_the_far_corner_does_not_reserve_the_whole_sheet():
    far = b'<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="9"><c r="XFD9"><v>1</v></c></row>'
    with pytest.raises(Refused, match="超过 100 列"):
        sheet_of(with_sheet_xml(SHEET % far))
    deep = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    with pytest.raises(Refused, match="200,000 行"):
        sheet_of(with_sheet_xml(SHEET % deep))


def test_a_million_rows_are_refused_without_reading_them_all():
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 1_000_001))
    data = with_sheet_xml(SHEET % rows)
    begun = time.process_time()
    with pytest.raises(Refused) as refused:
        sheet_of(data)
    assert refused.value.code == "too_many_rows"
    assert f"{MOST_ROWS:,}" in refused.value.message
    assert time.process_time() - begun < 3


def test_rows_that_only_carry_a_format_are_no_rows():
    header = b"".join(
        b'<c r="%s1" t="inlineStr"><is><t>%s</t></is></c>' % (letter.encode(), title.encode())
        for letter, title in zip("ABCDE", HEADER, strict=True)
    )
    blank = b'<row r="1048576" s="3"><c r="A1048576" s="3"/><c r="XFD1048576" s="3"/></row>'
    assert list(sheet_of(with_sheet_xml(SHEET % (b'<row r="1">' + header + b"</row>" + blank))).rows()) == []


def test_merged_headers_are_named_as_such():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.merge_range("A1:C1", "基本情况")
    sheet.write_row(1, 0, ["代码", "户数"])
    book.close()
    with pytest.raises(Refused, match="合并单元格"):
        sheet_of(out.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_of_any_usual_encoding_is_read_whatever_it_is_called(encoding, delimiter):
    text = (
        delimiter.join(HEADER) + "\r\n" + delimiter.join(["007", "凤凰", "3", "自住", "2026-11-22"]) + "\r\n"
    )
    (row,) = rows_of(text.encode(encoding))
    assert row.values == {"code": "007", "name": "凤凰", "count": 3, "kind": "own", "on": date(2026, 11, 22)}


def test_the_header_is_found_below_a_title_and_a_note():
    data = workbook(
        [["某市某社区住户名册"], ["填报单位：某社区"], HEADER, ["1", "甲"]],
        sheets={"说明": [["代码"], ["怎么填"]]},
    )
    (row,) = rows_of(data)
    assert (row.number, row.values) == (4, {"code": "1", "name": "甲"})


def test_unknown_columns_are_named_and_passed_over():
    sheet = sheet_of(workbook([[*HEADER, "备注2", "错误原因"], ["1", "甲"]]))
    assert sheet.unknown == ["备注2"]


def test_a_formula_is_a_fault_where_it_stands():
    data = workbook([HEADER, ["1", "甲"], ["2", "乙", 5]], formulas=[("C2", "=1+1", 2)])
    first, second = rows_of(data)
    assert first.faults == [("户数", "是公式，请复制这一列后“粘贴为数值”")]
    assert second.faults == []


def test_all_that_is_wrong_with_a_row_is_told_together():
    (row,) = rows_of(workbook([HEADER, ["", "名" * 11, "约五户", "借住", "明天"]]))
    assert [title for title, _words in row.faults] == HEADER


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0012", "0012"), (12.0, "12"), (12, "12"), ("１２Ａ", "12A"), (" 1 2 ", "12"), ("\u200e12\u202e", "12"),
        (640104001234567.0, "640104001234567"), ("'=1", "=1"),
    ],
)  # fmt: skip
def test_codes_are_healed_when_nothing_is_lost(cell, value):
    assert CodeColumn("c", "c", longest=20).read(cell) == value


def test_a_code_that_lost_its_last_digits_is_refused_with_what_to_do():
    with pytest.raises(BadCell, match="请把这一列设为文本"):
        CodeColumn("c", "c").read(6.40104198001011e17)
    with pytest.raises(BadCell, match="请把这一列设为文本"):
        IdNumberColumn("c", "c").read(6.40104198001011e17)


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 1, 5), datetime(2026, 1, 5, 8), "2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "20260105",
        20260105.0, 46027.0, "２０２６－０１－０５", "2026-01-05 00:00:00",
    ],
)  # fmt: skip
def test_dates_are_read_in_every_usual_spelling(cell):
    assert DateColumn("d", "d").read(cell) == date(2026, 1, 5)


@pytest.mark.parametrize("cell", ["2026-02-30", "去年", "1/5", True])
def test_what_is_no_date_is_a_fault(cell):
    with pytest.raises(BadCell):
        DateColumn("d", "d").read(cell)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        (PhoneColumn("p", "p", sealed=True), "1381234567"),
        (PhoneColumn("p", "p", sealed=True), "12345"),
        (PhoneColumn("p", "p"), "不详"),
        (IdNumberColumn("i", "i"), "110105194912310021"),
        (IdNumberColumn("i", "i"), "11010519491231"),
        (NumberColumn("n", "n"), "-1"),
        (NumberColumn("n", "n"), "3.5"),
        (TextColumn("t", "t", longest=5), "字" * 100_000),
    ],
)
def test_what_does_not_fit_is_a_fault(column, cell):
    with pytest.raises(BadCell):
        column.read(cell)


def test_choices_are_read_by_label_or_code():
    column = COLUMNS[3]
    assert [column.read(cell) for cell in ("自住", " 自住 ", "OWN", "let", "")] == [
        "own",
        "own",
        "own",
        "let",
        None,
    ]


def test_a_written_ledger_holds_no_formula_and_reads_back_the_same():
    out = io.BytesIO()
    evil = ["=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "-2", "http://x.cn"]
    with LedgerFile(out, COLUMNS, name="名册", stamp="张三 & 李四 于 2026-11-22 导出", top=1) as file:
        for words in evil:
            file.add({"code": "0012", "name": words[:10], "count": 3, "kind": "own", "on": date(2026, 1, 5)})
    with zipfile.ZipFile(out) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet and b"<f " not in sheet and b"hyperlink" not in sheet
    assert b"dataValidation" in sheet and b'state="frozen"' in sheet
    read = rows_of(out.getvalue())
    assert [row.values["name"] for row in read] == [words[:10].strip() for words in evil]
    assert [row.faults for row in read] == [[]] * len(evil)
