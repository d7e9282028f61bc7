from collections.abc import Callable

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from governance.kernel.pages import run_verb
from governance.kernel.scope import demand


def fill_in(request, form, verb: Callable, *, about, title: str, back_url: str, then: Callable | None = None):
    """The page of one verb of the backlog, and what it says when it is done."""
    done = _("{}：已办理{}。").format(about, title) if about else _("已办理{}。").format(title)
    return run_verb(request, form, verb, title=title, about=about, back_url=back_url, done=done, then=then)


def managed(request, rows, pk: int, right: str):
    """One of the rows in sight (404), for which the user holds the right where it lies (403)."""
    row = get_object_or_404(rows, pk=pk)
    demand(request.user, right, row.area_code)
    return row
