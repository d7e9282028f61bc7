"""The ledgers that can come and go as files: each app registers its own in `settings.TABLES`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from governance.files.ledgers import Ledger
from governance.kernel.errors import Refused
from governance.kernel.workbooks.cells import CellColumn
from governance.kernel.workbooks.writing import LedgerFile
from governance.people.models import User


@dataclass(frozen=True)
class Chosen:
    """The rows a file takes, in its order, and how many rows its figure counts beside them."""

    rows: QuerySet
    withheld: int = 0


@dataclass(frozen=True)
class TableLayout:
    """One ledger: who may bring it in and take it out, its columns, and how its rows are found and written.

    `page` names the list it is taken from; `rows(user, query)` gives exactly that list's rows under a query.

    A register that is part of one thing, as the households of a series are, says with `targets(user)` which things
    those may be; its `page` is then the thing's own, and `import_page` the one on which its file is sent.
    """

    key: str
    title: str | Promise
    right: str
    view_right: str
    columns: Sequence[CellColumn]
    ledger: type[Ledger]
    page: str
    rows: Callable[..., QuerySet]
    targets: Callable[[User], QuerySet] | None = None
    import_page: str = "files:import_new"

    @property
    def has_sealed(self) -> bool:
        """Whether values in it are masked unless a reason is given."""
        return any(column.sealed for column in self.columns)

    @property
    def titles(self) -> list[str]:
        return [str(column.title) for column in self.columns]

    def chosen(self, user: User, query: str) -> Chosen:
        """What of the register the user sees under a query of its list."""
        if not user.may(self.view_right):
            raise PermissionDenied
        return Chosen(self.rows(user, query).order_by(*self.ledger.ORDER))

    def cells(self, rows: QuerySet, *, unmasked: bool = False) -> Iterator[list]:
        for values in self.ledger.export(rows, unmasked=unmasked):
            yield [column.show(values.get(column.name)) for column in self.columns]

    def workbook(self, out: BinaryIO, *, stamp: str, facts: Sequence[tuple[str, str]]) -> LedgerFile:
        """A file that can be brought in again: its last page says how to fill in, not what was filtered."""
        return LedgerFile(out, self.columns, name=str(self.title), stamp=stamp, top=1)

    def target_of(self, user: User, key: str) -> Model | None:
        """What a file is for, among what the user may see; None for a register of a whole area."""
        if self.targets is None:
            return None
        found = self.targets(user).filter(pk=key).first() if key.isascii() and key.isdigit() else None
        if found is None:
            raise Refused(
                "unknown_target", _("没有说明“{}”属于哪一项，请从那一项的页面上传。").format(self.title)
            )
        return found

    def import_url(self, target: str) -> str:
        """Where a file of this register is sent."""
        if self.targets is None:
            return f"{reverse(self.import_page)}?layout={self.key}"
        return reverse(self.import_page, args=[target])

    def page_url(self, target: str) -> str:
        """Where its rows are seen."""
        return reverse(self.page, args=[target] if self.targets else [])


@cache
def layouts() -> dict[str, TableLayout]:
    """Every registered ledger by key, in order."""
    return {layout.key: layout for path in settings.TABLES for layout in import_string(path)}


def layout_of(key: str) -> TableLayout:
    found = layouts().get(key)
    if found is None:
        raise Refused("unknown_layout", _("没有这种名册，请从列表中选择。"))
    return found


def filtered_rows(filterset: type, rows: QuerySet, user: User, query: str) -> QuerySet:
    """The rows of the list as the list itself filters them."""
    found = filterset(QueryDict(query), queryset=rows, request=SimpleNamespace(user=user))
    if not found.is_valid():
        raise BadRequest(_("筛选条件有误，请回到列表重新筛选后再导出。"))
    return found.qs
