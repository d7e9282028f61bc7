from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.integrity.actions import ask_for_checks
from governance.integrity.enums import Right
from governance.integrity.filters import FindingFilter
from governance.integrity.models import Finding
from governance.integrity.presenting import board, lines_for, list_of, page_of
from governance.integrity.registry import checks, find_check
from governance.integrity.tables import FINDINGS
from governance.kernel.pages import ListPage, requires


@requires(Right.VIEW)
@require_safe
def show_board(request):
    context = {**board(lines_for(request.user)), "may_run": request.user.may(Right.RUN)}
    return render(request, "integrity/board.html", context)


@requires(Right.RUN)
@require_POST
def ask_for_all(request):
    asked = ask_for_checks(list(checks()), by=request.user)
    messages.success(request, _("已排队体检 {n} 项，稍后刷新看结果。").format(n=asked))
    return redirect("integrity:board")


@requires(Right.RUN)
@require_POST
def ask_for_one(request, code: str):
    check = find_check(code)
    ask_for_checks([check.code], by=request.user)
    messages.success(request, _("已排队体检“{title}”，稍后刷新看结果。").format(title=check.title))
    return redirect(list_of(check))


class FindingList(ListPage):
    """What checks find wrong in the person's areas, the oldest first; of one check with how it is mended."""

    required_right = Right.VIEW
    filterset_class = FindingFilter
    order = ("first_seen_at", "id")
    template_name = "integrity/finding_list.html"
    rows_template = "integrity/_finding_rows.html"
    layout = FINDINGS

    def rows_for(self, user):
        return Finding.objects.for_user(user).filter(code__in=checks()).for_list()

    def context(self, request, filtered, page):
        for finding in page or ():
            finding.check_of = find_check(finding.code)
            finding.page = page_of(finding, finding.check_of, request.user)
        named = filtered.form.cleaned_data.get("check") if page is not None else ""
        (line,) = lines_for(request.user, [named]) if named else (None,)
        more = {"line": line, "may_run": request.user.may(Right.RUN)}
        return super().context(request, filtered, page) | more
