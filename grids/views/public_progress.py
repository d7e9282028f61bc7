"""Where a matter stands, and the resident's last word on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from governance.casework.progress import progress_of
from governance.kernel.errors import Refused
from grids.actions.progress import look_up, open_matter
from grids.actions.tries import TooOften
from grids.actions.verdicts import may_rate, may_say_unsolved, say_solved, say_unsolved
from grids.enums.public import NoticeForm
from grids.forms.public import ProgressForm, SolvedForm, UnsolvedForm
from grids.presenting.notices import notice_of
from grids.views.open_doors import open_to_all


@open_to_all("GET", "HEAD", "POST")
def progress(request: HttpRequest) -> HttpResponse:
    """The digits are posted, never in an address; a wrong pair is answered like an unknown code."""
    form = ProgressForm(request.POST or None, initial={"code": request.GET.get("code", "")[:20]})
    if form.is_valid():
        try:
            return _show(request, look_up(**form.cleaned_data))
        except TooOften:
            raise
        except Refused as refusal:
            form.add_error("code", refusal.message)
    context = {"form": form, "notice": notice_of(NoticeForm.PROGRESS)}
    return render(request, "public/progress.html", context, status=400 if form.is_bound else 200)


def _show(request: HttpRequest, matter, *, said: str = "", forms: dict | None = None) -> HttpResponse:
    context = {
        "matter": matter,
        "progress": progress_of(matter.case) if matter.case else None,
        "answer": _answer(matter),
        "entries": matter.suggestion.entries.all() if matter.suggestion else [],
        "unsolved_form": UnsolvedForm() if may_say_unsolved(matter) else None,
        "solved_form": SolvedForm() if may_rate(matter) else None,
        "said": said,
        "same_page": f"{reverse('public:progress')}?code={matter.code}",
        **(forms or {}),
    }
    return render(request, "public/matter.html", context, status=400 if forms else 200)


def _answer(matter) -> str:
    """What the office wrote for whoever reported it, once it has been checked."""
    return matter.case.event.answer if matter.is_reporters and matter.case.closed_on else ""


@open_to_all("POST")
def unsolved(request: HttpRequest) -> HttpResponse:
    """没解决."""
    matter = open_matter(request.POST.get("key", ""))
    form = UnsolvedForm(request.POST)
    if not form.is_valid():
        return _show(request, matter, forms={"unsolved_form": form})
    say_unsolved(matter, **form.cleaned_data)
    return _show(request, open_matter(matter.key), said="unsolved")


@open_to_all("POST")
def solved(request: HttpRequest) -> HttpResponse:
    """已解决, with a word on how content one is."""
    matter = open_matter(request.POST.get("key", ""))
    form = SolvedForm(request.POST)
    if not form.is_valid():
        return _show(request, matter, forms={"solved_form": form})
    say_solved(matter, **form.cleaned_data)
    return _show(request, open_matter(matter.key), said="solved")
