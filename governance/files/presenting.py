"""Imports and exports as the pages show them."""

from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.files.layouts import TableLayout, layouts
from governance.files.lists import ListTable, list_named, said_filters
from governance.files.models import TableExport, TableImport
from governance.files.states import ExportState, ImportState
from governance.kernel.paging import capped_count
from governance.kernel.tables import withheld_words
from governance.kernel.wording import listed
from governance.people.models import User

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
    """The name of the register or list; one that is no more shows by its key."""
    found = layouts().get(job.layout) or list_named(job.layout)
    return str(found.title) if found else job.layout


def stamp_of(job: TableImport | TableExport) -> str:
    """Who took the file, when and under which number, for every page of it."""
    words = _("{who}（{unit}）于 {moment} 导出，编号 {number}，只供本人工作使用，请妥善保管、用后删除")
    moment = timezone.localtime(job.created_at).strftime("%Y-%m-%d %H:%M")
    return words.format(who=job.created_by, unit=job.area.name, moment=moment, number=job.short_number)


def facts_of(export: TableExport) -> list[tuple[str, str]]:
    """What the list is, for the last page of a workbook."""
    filters = [f"{said['label']}：{said['value']}" for said in export.filters]
    facts = [
        (_("列表"), title_of(export)),
        (_("筛选条件"), "；".join(filters) or _("没有筛选")),
        (_("行数"), str(export.total - export.gone)),
    ]
    if export.withheld:
        facts.append((_("没有列出"), withheld_words(export.withheld)))
    return facts


def file_name_of(export: TableExport) -> str:
    """The list, who took it and under which number: a text file bears its mark in its name alone."""
    day = timezone.localtime(export.created_at).strftime("%Y%m%d")
    who = f"{export.area.name}{export.created_by}"
    return f"{title_of(export)}-{day}-{who}-{export.short_number}.{export.file_format}"


def shown_choice(source: TableLayout | ListTable, user: User, query: str) -> dict:
    """What somebody is about to take out: the list, its filters in words, how many rows, and where it is."""
    count, is_capped = capped_count(source.chosen(user, query).rows)
    page = source.key if isinstance(source, ListTable) else source.page
    back_url = "" if isinstance(source, TableLayout) and source.targets else f"{reverse(page)}?{query}"
    return {
        "source": source,
        "said": said_filters(source, user, query),
        "row_count": count,
        "is_capped": is_capped,
        "back_url": back_url,
        "direct_url": f"{back_url}&format=csv" if isinstance(source, ListTable) and not is_capped else "",
    }


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
