"""What a Word file says."""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_of(data: bytes) -> str:
    """Every paragraph of the body, those of tables included, a line each."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    lines = ("".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p"))
    return "\n".join(lines)
