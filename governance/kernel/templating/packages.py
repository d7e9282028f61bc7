"""A Word file that somebody sent: looked at from outside before anything reads it."""

import io
import re
import zipfile
from xml.etree import ElementTree

from django.utils.translation import gettext as _
from docx import Document

from governance.kernel.templating.limits import (
    LARGEST_PART,
    LARGEST_TEMPLATE,
    LARGEST_UNPACKED,
    LONGEST_PLACEHOLDER,
    MOST_PARTS,
    MOST_PLACEHOLDERS,
)
from governance.kernel.templating.sandbox import BadTemplate

_MAIN = "word/document.xml"
_DOCX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What runs, embeds or fetches something else when the paper is opened.
_MACROS = re.compile(r"vbaProject|vbaData|macro|activeX", re.I)
_EMBEDDED = re.compile(r"^word/(embeddings|afchunk|attachedToolbars|customUI)", re.I)
_OUTWARD = re.compile(rb"TargetMode\s*=\s*[\"']External", re.I)
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.I)
# Word's own fields: only page numbers. Others (INCLUDETEXT, DDEAUTO, LINK) reach outside the paper.
_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_OPENS = re.compile(r"{[{%#]")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def open_package(data: bytes) -> dict[str, bytes]:
    """The parts of a .docx by name, or `BadTemplate` with what is wrong with it and what to do."""
    if len(data) > LARGEST_TEMPLATE:
        raise BadTemplate(
            _("文件超过 {} MB。模板里不要放大图片，请精简后重新上传。").format(
                LARGEST_TEMPLATE // 1024 // 1024
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _unpacked(package)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise BadTemplate(_("这不是 Word 文档（.docx），请用 Word 或 WPS 另存为 .docx 后上传。")) from error
    _refuse_active(parts)
    if _MAIN not in parts or _DOCX not in parts.get("[Content_Types].xml", b""):
        raise BadTemplate(_("这不是 Word 文档（.docx），请用 Word 或 WPS 另存为 .docx 后上传。"))
    _refuse_fields(parts)
    return parts


def _unpacked(package: zipfile.ZipFile) -> dict[str, bytes]:
    """Every part, read only as far as the limits go: what the directory says of sizes is not believed."""
    parts, room = {}, LARGEST_UNPACKED
    if len(package.infolist()) > MOST_PARTS or len(set(package.namelist())) < len(package.infolist()):
        raise BadTemplate(_("文件里的部件太多或者重名，请用 Word 或 WPS 另存为 .docx 后上传。"))
    for info in package.infolist():
        is_text = info.filename.endswith((".xml", ".rels"))
        most = min(room, LARGEST_PART) if is_text else room
        with package.open(info) as part:
            found = part.read(most + 1)
        if len(found) > most:
            raise BadTemplate(_("文件解开后太大，不像一份文书模板，请精简后重新上传。"))
        room -= len(found)
        parts[info.filename] = found
    return parts


def _refuse_active(parts: dict[str, bytes]) -> None:
    types = parts.get("[Content_Types].xml", b"").decode(errors="replace")
    if any(_MACROS.search(name) for name in parts) or "macroEnabled" in types:
        raise BadTemplate(_("文件里有宏，不能用作模板，请另存为不含宏的 .docx 后上传。"))
    if any(_EMBEDDED.search(name) for name in parts):
        raise BadTemplate(_("文件里嵌有别的文件，请删去后重新上传。"))
    for name, part in parts.items():
        if name.endswith(".rels") and _OUTWARD.search(part):
            raise BadTemplate(_("文件里有指向外部的链接或图片，请删去后重新上传。"))
        if name.endswith((".xml", ".rels")) and (_ENTITY.search(part) or b"\0" in part):
            raise BadTemplate(_("文件内容不规范，请用 Word 或 WPS 另存为 .docx 后上传。"))


def _refuse_fields(parts: dict[str, bytes]) -> None:
    for name, part in parts.items():
        if not (name.startswith("word/") and name.endswith(".xml")):
            continue
        try:
            tree = ElementTree.fromstring(part)  # noqa: S314 — parts with entities were refused before
        except ElementTree.ParseError as error:
            raise BadTemplate(_("文件内容不规范，请用 Word 或 WPS 另存为 .docx 后上传。")) from error
        said = [node.text or "" for node in tree.iter(f"{W}instrText")]
        said += [node.get(f"{W}instr", "") for node in tree.iter(f"{W}fldSimple")]
        for words in filter(str.strip, said):
            if words.split()[0].upper() not in _FIELDS:
                raise BadTemplate(
                    _("文件里有 Word 域“{}”，只能用页码域，请删去后重新上传。").format(words.split()[0][:30])
                )


def check_marks(parts: dict[str, bytes]) -> None:
    """Every mark is closed within reach: what reads them later takes time for those that are not."""
    for name, part in parts.items():
        if not (name.startswith("word/") and name.endswith(".xml")):
            continue
        text = part.decode(errors="replace")
        opened = [found.start() for found in _OPENS.finditer(text)]
        if len(opened) > MOST_PLACEHOLDERS:
            raise BadTemplate(_("标记超过 {} 个，请精简后重新上传。").format(MOST_PLACEHOLDERS))
        for start in opened:
            closing = {"{": "}", "%": "%", "#": "#"}[text[start + 1]]
            if closing not in text[start + 2 : start + LONGEST_PLACEHOLDER]:
                raise BadTemplate(
                    _("标记没有写完整：每个“{{”要有“}}”，for 要有 endfor，if 要有 endif。"),
                    text[start : start + 2],
                )


def place_of(data: bytes, word: str) -> str:
    """“第 12 段（…）” for the first paragraph with a mark that has the word in it; nothing when there is none."""
    document = Document(io.BytesIO(data))
    body = [document.element.body]
    for section in document.sections:
        body += [section.header._element, section.footer._element]
    paragraphs = [paragraph for part in body for paragraph in part.iter(f"{W}p")]
    for number, paragraph in enumerate(paragraphs, start=1):
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        if word and re.search(r"{[{%#].*" + re.escape(word), text):
            return _("第 {number} 段（{text}）").format(number=number, text=text.strip()[:40])
    return ""
