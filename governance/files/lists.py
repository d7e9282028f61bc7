"""Every list of the house as something to take out: a page's or the interface's, under the filters it is seen with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from django import forms
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from governance.files.layouts import Chosen, TableLayout, layout_of, layouts
from governance.kernel.api import ScopedViewSet
from governance.kernel.pages import ListPage
from governance.kernel.tables import Layout
from governance.kernel.templatetags.ui import chips
from governance.kernel.workbooks.writing import LedgerFile, ListFile
from governance.people.models import User


@dataclass(frozen=True)
class ListTable:
    """One list: `key` is the name of its address, `shell` the page or view set that shows it."""

    key: str
    shell: type[ListPage] | type[ScopedViewSet]

    has_sealed = False  # its columns are the masked ones

    @property
    def layout(self) -> Layout:
        return self.shell.layout

    @property
    def view_right(self) -> str:
        """The right that opens the list; empty where every log-in has a list of its own."""
        return getattr(self.shell, "action_rights", {}).get("list", self.shell.required_right)

    @property
    def model(self) -> type[Model]:
        return self.shell.filterset_class._meta.model

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def titles(self) -> list[str]:
        return [str(column.title) for column in self.layout.columns]

    def chosen(self, user: User, query: str) -> Chosen:
        """What the list shows the user under a query; refused as the list itself refuses it."""
        if self.view_right and not user.may(self.view_right):
            raise PermissionDenied
        request = _request_of(user, query)
        shell = self.shell()
        filtered = _asked(shell, request)
        if not filtered.is_valid():
            raise BadRequest(_("筛选条件有误，请回到列表重新筛选后再导出。"))
        rows = shell.shown(filtered.qs) if isinstance(shell, ScopedViewSet) else filtered.qs
        return Chosen(rows.order_by(*shell.order), shell.withheld(request))

    def said(self, user: User, query: str) -> list[dict]:
        """The filters in force: label and value in words, and whether somebody typed the value."""
        filtered = _asked(self.shell(), _request_of(user, query))
        fields = filtered.form.fields
        return [
            {
                "label": str(chip["label"]),
                "value": str(chip["value"]),
                "is_typed": type(fields[chip["name"]]) is forms.CharField and chip["name"] != "area",
            }
            for chip in chips(filtered)
        ]

    def cells(self, rows: QuerySet, *, unmasked: bool = False) -> Iterator[list]:
        for row in rows.values(*self.layout.fields).iterator(2000):
            yield [column.cell(row) for column in self.layout.columns]

    def workbook(self, out: BinaryIO, *, stamp: str, facts: Sequence[tuple[str, str]]) -> LedgerFile:
        return ListFile(out, self.titles, facts=facts, name=self.title, stamp=stamp, top=1)


def _request_of(user: User, query: str) -> HttpRequest:
    """The request with which the user would see the list."""
    request = HttpRequest()
    request.method, request.user, request.GET = "GET", user, QueryDict(query)
    request.query_params = request.GET
    return request


def _asked(shell: ListPage | ScopedViewSet, request: HttpRequest):
    if isinstance(shell, ListPage):
        shell.setup(request)
        return shell.asked(request)
    shell.request, shell.action, shell.kwargs = request, "list", {}
    return shell.filterset_class(request.GET, queryset=shell.get_queryset(), request=request)


@cache
def list_at(path: str) -> ListTable | None:
    """The list at an address."""
    try:
        found = resolve(path)
    except Resolver404:
        return None
    view = found.func
    shell = getattr(view, "view_class", None) or getattr(view, "cls", object)
    is_list = issubclass(shell, ListPage) or (
        issubclass(shell, ScopedViewSet) and view.actions.get("get") == "list"
    )
    has_filters = is_list and getattr(shell, "filterset_class", None)
    return ListTable(found.view_name, shell) if has_filters and not found.kwargs else None


def list_named(name: str) -> ListTable | None:
    """The list whose address has a name."""
    try:
        return list_at(reverse(name))
    except NoReverseMatch:
        return None


def source_of(key: str) -> TableLayout | ListTable:
    """What is to be taken out: a register by its key, a list by the name of its address or by the address itself."""
    if key in layouts():
        return layout_of(key)
    found = list_at(key) if key.startswith("/") else list_named(key)
    return found if found and found.layout else layout_of(key)


def said_filters(source: TableLayout | ListTable, user: User, query: str) -> list[dict]:
    """The filters of a query in words, as the list it comes from says them."""
    page = list_named(source.page) if isinstance(source, TableLayout) else source
    return page.said(user, query) if page else []
