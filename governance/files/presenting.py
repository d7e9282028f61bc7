"""Imports and exports as the pages show them."""

from itertools import groupby

from django.utils.translation import gettext as _

from governance.files.layouts import layouts
from governance.files.models import TableExport, TableImport
from governance.files.states import ExportState, ImportState
from governance.kernel.wording import listed

SHOWN_FAULTS = 100
SHOWN_ROWS = 30
_TONES = {
    ImportState.UPLOADED: "primary",
    ImportState.CHECKING: "primary",
    ImportState.CHECKED: "near",
    ImportState.APPLYING: "primary",
    ImportState.DONE: "ok",
    ImportState.UNDOING: "primary",
    ImportState.UNDONE: "paused",
    ImportState.FAILED: "late",
    ExportState.WAITING: "primary",  # done and failed are the same words
}


def tone_of(job: TableImport | TableExport) -> str:
    return _TONES[job.state]


def title_of(job: TableImport | TableExport) -> str:
    """The ledger's name; a layout no longer registered shows by its key."""
    layout = layouts().get(job.layout)
    return str(layout.title) if layout else job.layout


def with_titles(jobs: list) -> list[dict]:
    return [{"job": job, "title": title_of(job), "tone": tone_of(job)} for job in jobs]


def shown_faults(table_import: TableImport) -> list[dict]:
    """The first bad rows, `{"number", "words"}`; the annotated file has them all."""
    first = table_import.faults.order_by("row_number", "id")[:SHOWN_FAULTS]
    return [
        {"number": number, "words": [(fault.column, fault.words) for fault in faults]}
        for number, faults in groupby(first, key=lambda fault: fault.row_number)
    ]


def left_rows(table_import: TableImport) -> str:
    """Which rows an undo has left as they are."""
    if not table_import.left:
        return ""
    numbers = (
        table_import.rows.filter(is_left=True).order_by("row_number").values_list("row_number", flat=True)
    )
    found = list(dict.fromkeys(numbers[: SHOWN_ROWS + 1]))
    more = _("等") if len(found) > SHOWN_ROWS else ""
    return listed(found[:SHOWN_ROWS]) + more
