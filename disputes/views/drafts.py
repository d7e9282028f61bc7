from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.drafts import discard_draft
from disputes.enums.rights import Right
from disputes.models import DisputeDraft
from disputes.presenting.counter import draft_rows
from governance.kernel.pages import requires


@require_safe
@requires(Right.REGISTER)
def draft_list(request: HttpRequest) -> HttpResponse:
    """One's own drafts; nobody else's are ever shown."""
    return render(request, "disputes/draft_list.html", {"drafts": draft_rows(request.user)})


@require_POST
@requires(Right.REGISTER)
def draft_discard(request: HttpRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(DisputeDraft.objects.of(request.user), pk=pk)
    discard_draft(draft, by=request.user)
    messages.success(request, _("草稿已放弃。"))
    return redirect("disputes:draft_list")
