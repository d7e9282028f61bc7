"""The ledgers that can come and go as files: each app registers its own in `settings.TABLES`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from governance.files.ledgers import Ledger
from governance.kernel.errors import Refused
from governance.kernel.workbooks.cells import CellColumn


@dataclass(frozen=True)
class TableLayout:
    """One ledger: who may bring it in and take it out, its columns, and how its rows are found and written.

    `page` names the list it is taken from; `rows(user, query)` gives exactly that list's rows under a query.
    """

    key: str
    title: str | Promise
    right: str
    view_right: str
    columns: Sequence[CellColumn]
    ledger: type[Ledger]
    page: str
    rows: Callable[..., QuerySet]

    @property
    def has_sealed(self) -> bool:
        """Whether values in it are masked unless a reason is given."""
        return any(column.sealed for column in self.columns)


@cache
def layouts() -> dict[str, TableLayout]:
    """Every registered ledger by key, in order."""
    return {layout.key: layout for path in settings.TABLES for layout in import_string(path)}


def layout_of(key: str) -> TableLayout:
    found = layouts().get(key)
    if found is None:
        raise Refused("unknown_layout", _("没有这种名册，请从列表中选择。"))
    return found
