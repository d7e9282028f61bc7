"""投诉建议 at the desk of whoever answers, and of whoever works here and raises one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.lifecycle import open_steps
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.suggestions import (
    answer_suggestion,
    close_suggestion,
    publish_answer,
    raise_suggestion,
    reopen_suggestion,
)
from grids.enums.rights import SuggestionRight
from grids.filters.public import SuggestionFilter
from grids.forms.suggestions import OwnSuggestionForm, PublishForm
from grids.models import Suggestion
from grids.rules.suggestions import office_above, own_suggestions
from grids.tables.public import SUGGESTIONS
from grids.views.frames import frame_of


class SuggestionList(ListPage):
    """Whatever waits longest for its answer first."""

    required_right = SuggestionRight.VIEW
    filterset_class = SuggestionFilter
    order = ("due_on", "id")
    template_name = "grids/suggestion_list.html"
    rows_template = "grids/_suggestion_rows.html"
    layout = SUGGESTIONS

    def rows_for(self, user):
        rows = Suggestion.objects.for_user(user).for_list()
        return rows if {"state", "format"} & set(self.request.GET) else rows.waiting()


def _find(request: HttpRequest, number: str) -> Suggestion:
    rows = Suggestion.objects.for_user(request.user).select_related("area", "author", "code__area")
    return get_object_or_404(rows, number=number)


@requires(SuggestionRight.VIEW)
@require_safe
def suggestion_detail(request: HttpRequest, number: str) -> HttpResponse:
    return _show(request, _find(request, number))


def _show(request: HttpRequest, suggestion: Suggestion, form: PublishForm | None = None) -> HttpResponse:
    user, place = request.user, suggestion.area_code
    may_publish = user.may(SuggestionRight.ANSWER, place) and suggestion.answered_on
    context = {
        "suggestion": suggestion,
        "entries": suggestion.entries.select_related("by"),
        "steps": open_steps(suggestion, user),
        "may_reveal": user.may(AuditRight.REVEAL, place),
        "publish_form": form or (PublishForm() if may_publish else None),
    }
    return render(request, "grids/suggestion_detail.html", context, status=400 if form else 200)


VERBS = {
    "answer": lambda suggestion, by, note: answer_suggestion(suggestion, by=by, text=note),
    "close": lambda suggestion, by, note: close_suggestion(suggestion, by=by, note=note),
    "reopen": lambda suggestion, by, note: reopen_suggestion(suggestion, by=by, note=note),
}


@require_POST
@requires(SuggestionRight.VIEW)
def suggestion_step(request: HttpRequest, number: str, step: str) -> HttpResponse:
    suggestion = _find(request, number)
    demand(request.user, SuggestionRight.ANSWER, suggestion.area_code)
    VERBS[step](suggestion, request.user, request.POST.get("note", "")[:2000])
    messages.success(
        request, _("{number} {state}。").format(number=number, state=suggestion.get_state_display())
    )
    return redirect("grids:suggestion_detail", number)


@require_POST
@requires(SuggestionRight.VIEW)
def suggestion_publish(request: HttpRequest, number: str) -> HttpResponse:
    """Question and answer for everybody to read, in words that name nobody."""
    suggestion = _find(request, number)
    demand(request.user, SuggestionRight.ANSWER, suggestion.area_code)
    form = PublishForm(request.POST)
    if not form.is_valid():
        return _show(request, suggestion, form)
    publish_answer(suggestion, by=request.user, **form.cleaned_data)
    messages.success(request, _("已公开，居民在投诉建议页能看到。"))
    return redirect("grids:suggestion_detail", number)


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def suggestion_reveal(request: HttpRequest, number: str) -> HttpResponse:
    """The telephone to call back on, for a stated reason."""
    suggestion = _find(request, number)
    value = reveal(suggestion, "phone", by=request.user, reason=request.POST.get("reason", ""))
    context = {"suggestion": suggestion, "label": _("电话"), "value": value}
    template = "components/masked_value.html" if request.htmx else "grids/suggestion_reveal.html"
    return render(request, template, context)


@require_http_methods(["GET", "HEAD", "POST"])
def suggestion_new(request: HttpRequest) -> HttpResponse:
    """Anybody who works with the portal; it goes to the office above their own, and they read the answer here."""
    form = OwnSuggestionForm(request.POST or None)
    holding = next(iter(request.user.live_holdings), None)
    if holding and form.is_valid():
        content = dict(form.cleaned_data)
        by = None if content.pop("is_unnamed") else request.user
        raised = raise_suggestion(by=by, area=office_above(holding.area), **content)
        words = _("已提交给{office}，编号 {number}，查询码 {code}。")
        given = {"office": raised.suggestion.area, "number": raised.suggestion.number}
        messages.success(request, words.format(code=raised.suggestion.public_code, **given))
        return redirect("grids:suggestion_new")
    context = {"form": form, "mine": own_suggestions(request.user)[:20], "has_post": holding is not None}
    context["frame_template"] = frame_of(request.user)
    return render(request, "grids/suggestion_new.html", context, status=400 if form.is_bound else 200)
