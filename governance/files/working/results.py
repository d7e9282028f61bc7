"""The file as it came, with what is wrong in front of each row: to be mended and sent again."""

import tempfile
from datetime import date, datetime

from django.core.files.base import File

from governance.files.layouts import TableLayout
from governance.files.models import TableImport
from governance.files.presenting import stamp_of
from governance.kernel.workbooks.cells import plain
from governance.kernel.workbooks.reading import Sheet
from governance.kernel.workbooks.writing import FAULTS_TITLE, LedgerFile


def write_result(job: TableImport, sheet: Sheet, layout: TableLayout) -> None:
    faults = _faults_by_row(job)
    kept = [place for place, title in enumerate(sheet.header) if title != str(FAULTS_TITLE)]
    places = {str(column.title): sheet.places[column.name] for column in layout.columns}
    with tempfile.TemporaryFile() as out:
        titles = [sheet.header[place] for place in kept]
        top = sheet.header_row - 1
        with LedgerFile(
            out, layout.columns, name=str(layout.title), stamp=stamp_of(job), top=top, titles=titles
        ) as file:
            for row in sheet.rows():
                wrong = faults.get(row.number, [])
                bad = {kept.index(places[column]) for column, _words in wrong if places.get(column) in kept}
                cells = [_shown(row.cells[place]) if place < len(row.cells) else "" for place in kept]
                said = "；".join(f"{column}：{words}" for column, words in wrong)
                file.next_row = row.number - 1
                file.add_cells(cells, faults=said, bad_places=bad)
        out.seek(0)
        if job.result:
            job.result.delete(save=False)
        job.result.save("", File(out), save=False)


def _faults_by_row(job: TableImport) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for number, column, words in job.faults.order_by("row_number", "id").values_list(
        "row_number", "column", "words"
    ):
        found.setdefault(number, []).append((column, words))
    return found


def _shown(cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else plain(cell)
