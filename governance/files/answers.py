"""Kept files as an answer to a page or a client."""

from django.http import FileResponse, Http404

from governance.files.enums import FileFormat
from governance.files.models import TableExport
from governance.files.presenting import file_name_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPES = {FileFormat.XLSX: XLSX, FileFormat.CSV: "text/csv; charset=utf-8"}


def export_answer(export: TableExport) -> FileResponse:
    """The file of an export whose link still lives; 404 before it is made and after it is gone."""
    if not export.is_live:
        raise Http404
    return kept_answer(export.file, file_name_of(export), _TYPES[FileFormat(export.file_format)])


def kept_answer(file, name: str, content_type: str = XLSX) -> FileResponse:
    """A kept file to be saved, and by nobody in between."""
    answer = FileResponse(file.open(), as_attachment=True, filename=name, content_type=content_type)
    answer["Cache-Control"] = "private, no-store"
    return answer
