from governance.files.actions.attachments import keep_picture, keep_until, remove_attachment, remove_expired
from governance.files.actions.exports import start_export
from governance.files.actions.imports import apply_import, start_import, undo_import

__all__ = [
    "apply_import",
    "keep_picture",
    "keep_until",
    "remove_attachment",
    "remove_expired",
    "start_export",
    "start_import",
    "undo_import",
]
