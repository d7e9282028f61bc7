from governance.files.models.attachments import Attachment, where_kept
from governance.files.models.exports import ExportPart, TableExport
from governance.files.models.imports import ImportedRow, ImportFault, TableImport

__all__ = [
    "Attachment",
    "ExportPart",
    "ImportFault",
    "ImportedRow",
    "TableExport",
    "TableImport",
    "where_kept",
]
