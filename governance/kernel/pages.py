"""Shells of pages: the right a view takes, and the list with filter, pager and export."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.views import View

from governance.kernel.negotiation import refuse_format
from governance.kernel.paging import MAX_SIZE, capped_count, keyset_page
from governance.kernel.tables import Layout, csv_answer, withheld_words

PAGE_SIZE = 30
PAGE_METHODS = ("GET", "HEAD", "POST")


def requires(right: str):
    """Let in only users who hold `right` somewhere (where, the scoped query set decides), to read or to post."""

    def wrap(view):
        @wraps(view)
        def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.may(right):
                raise PermissionDenied
            if request.method not in PAGE_METHODS:
                return HttpResponseNotAllowed(PAGE_METHODS)
            return view(request, *args, **kwargs)

        checked.required_right = right
        return checked

    return wrap


def run_verb(
    request: HttpRequest,
    form,
    verb: Callable,
    *,
    title: str,
    about,
    back_url: str,
    done: str | Callable[[object], str],
    then: Callable | None = None,
    template: str = "frames/verb.html",
    **more,
) -> HttpResponse:
    """Show the form, or call the verb with what it says; what the database refuses goes back into the form.

    `about` is what it is done to; afterwards `then(what the verb made)` or `back_url` is where the person goes.
    `done` is said then, or is asked what to say of what was made. The page takes `more`.
    """
    if request.method == "POST" and form.is_valid():
        try:
            made = verb(**form.cleaned_data)
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, done(made) if callable(done) else done)
            return redirect(then(made) if then else back_url)
    more |= {"form": form, "title": title, "about": about, "back_url": back_url}
    return render(request, template, more, status=400 if form.errors else 200)


class ListPage(View):
    """A list: rows of the user's scope, filtered, in keyset pages; a fragment for HTMX; `?format=csv` for a file.

    Declare `required_right` (empty: any log-in), `queryset` (called with the user), `filterset_class`, `order`,
    `template_name`, `rows_template` and `layout`.
    """

    required_right = ""
    filterset_class = None
    order: tuple[str, ...] = ("-id",)
    template_name = ""
    rows_template = ""
    layout: Layout | None = None
    page_size = PAGE_SIZE

    def rows_for(self, user):
        """The rows the user may see, before filters."""
        raise AssertionError("a list page names its rows")

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.required_right and not request.user.may(self.required_right):
            raise PermissionDenied
        filtered = self.asked(request)
        if not filtered.is_valid():
            return render(request, self.template_name, self.context(request, filtered, None), status=400)
        if asked := request.GET.get("format"):
            refuse_format(asked, ["csv"] if self.layout else [])
            note = withheld_words(self.withheld(request))
            return csv_answer(filtered.qs.order_by(*self.order), self.layout, note)
        page = keyset_page(
            filtered.qs, order=self.order, size=self._size(request), cursor=request.GET.get("cursor", "")
        )
        page.count, page.count_capped = capped_count(filtered.qs, exact=request.GET.get("count") == "exact")
        template = self.rows_template if request.htmx and not request.htmx.boosted else self.template_name
        return render(request, template, self.context(request, filtered, page))

    def asked(self, request: HttpRequest):
        """The rows of the list under the filters of a request, for page and file alike."""
        return self.filterset_class(request.GET, queryset=self.rows_for(request.user), request=request)

    def context(self, request: HttpRequest, filtered, page) -> dict:
        """What the templates get; override to add, calling this first."""
        withheld = withheld_words(self.withheld(request)) if page is not None else ""
        return {"filter": filtered, "page": page, "withheld": withheld}

    def withheld(self, request: HttpRequest) -> int:
        """How many rows the figure behind this list counts that this person may not see."""
        return 0

    def _size(self, request: HttpRequest) -> int:
        asked = request.GET.get("size", "")
        return (
            min(int(asked), MAX_SIZE)
            if asked.isascii() and asked.isdigit() and int(asked[:6])
            else self.page_size
        )
