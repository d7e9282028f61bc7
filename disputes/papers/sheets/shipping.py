"""Every paper and the sheet it is drawn on, and the files that ship."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from disputes.enums.papers import Paper
from disputes.papers.sheets import beginning, bound, ending, hearing
from governance.kernel.papers import Sheet

FOLDER = Path(__file__).resolve().parent.parent / "shipped"
SHEETS: dict[Paper, Callable[[], Sheet]] = {
    Paper.COVER: bound.cover,
    Paper.CONTENTS: bound.contents,
    Paper.APPLICATION: beginning.application,
    Paper.REGISTRATION: beginning.registration,
    Paper.RIGHTS_NOTICE: beginning.rights_notice,
    Paper.IDENTITY: beginning.identity,
    Paper.PROXY: beginning.proxy,
    Paper.DECLINE_NOTICE: beginning.decline_notice,
    Paper.INVESTIGATION: hearing.investigation,
    Paper.EVIDENCE: hearing.evidence,
    Paper.RECORD: hearing.record,
    Paper.AGREEMENT: hearing.agreement,
    Paper.ORAL_AGREEMENT: hearing.oral_agreement,
    Paper.END_NOTICE: ending.end_notice,
    Paper.CONFIRMATION: ending.confirmation,
    Paper.RECEIPT: ending.receipt,
    Paper.FOLLOW_UP: ending.follow_up,
    Paper.STATEMENT: bound.statement,
    Paper.BACK_COVER: bound.back_cover,
}


@cache
def shipped(kind: str) -> bytes:
    """The template that comes with the portal."""
    return (FOLDER / f"{Paper(kind).value}.docx").read_bytes()


def draw_all() -> None:
    """Draw every template anew into the folder."""
    FOLDER.mkdir(exist_ok=True)
    for kind, draw in SHEETS.items():
        (FOLDER / f"{kind.value}.docx").write_bytes(draw().save())
