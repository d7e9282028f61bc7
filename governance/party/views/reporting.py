"""Pages of 双报到: units, their members in service, posts and what was done, and the quarterly sheet."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.enums import Right as AuditRight
from governance.audit.views import answer_reveal
from governance.kernel.days import today
from governance.kernel.pages import requires
from governance.kernel.papers import word_answer
from governance.party import actions, forms
from governance.party.enums import Right
from governance.party.models import PostClaim, ReportingUnit, ServicePost, ServingMember
from governance.party.papers import feedback_sheet
from governance.party.presenting.feedback import Feedback, read_feedback
from governance.party.presenting.reporting import post_page, unit_page
from governance.party.views.verbs import build, sent, to_build


def at_unit(unit: ReportingUnit) -> str:
    return reverse("party:unit_detail", args=[unit.pk])


def at_post(post: ServicePost) -> str:
    return reverse("party:post_detail", args=[post.pk])


@requires(Right.VIEW)
@require_safe
def unit_detail(request, pk: int):
    unit = get_object_or_404(
        ReportingUnit.objects.for_user(request.user).select_related("area", "partner"), pk=pk
    )
    return render(request, "party/unit_detail.html", unit_page(unit, request.user))


@requires(Right.BUILD)
def unit_report(request):
    return build(
        request,
        forms.ReportUnitForm(request.POST or None, user=request.user),
        lambda **content: actions.report_unit(by=request.user, **content),
        title=_("登记报到单位"),
        about=_("双报到"),
        back_url=reverse("party:unit_list"),
        then=at_unit,
    )


@requires(Right.BUILD)
def unit_recount(request, pk: int):
    unit = to_build(request, ReportingUnit, pk)
    return build(
        request,
        forms.RecountForm(request.POST or None, initial={"in_service_count": unit.in_service_count}),
        lambda **content: actions.recount_unit(unit, by=request.user, **content),
        title=_("更正在职党员数"),
        about=unit,
        back_url=at_unit(unit),
    )


@requires(Right.BUILD)
def unit_leave(request, pk: int):
    unit = to_build(request, ReportingUnit, pk)
    return build(
        request,
        forms.LeaveForm(request.POST or None),
        lambda **content: actions.leave_unit(unit, by=request.user, **content),
        title=_("结束报到"),
        about=unit,
        back_url=at_unit(unit),
    )


@requires(Right.BUILD)
def serving_report(request, pk: int):
    unit = to_build(request, ReportingUnit, pk)
    return build(
        request,
        forms.ReportMemberForm(request.POST or None),
        lambda **content: actions.report_member(unit, by=request.user, **content),
        title=_("登记报到党员"),
        about=unit,
        back_url=at_unit(unit),
    )


@requires(Right.BUILD)
def serving_leave(request, pk: int):
    member = to_build(request, ServingMember, pk)
    return build(
        request,
        forms.LeaveForm(request.POST or None),
        lambda **content: actions.leave_member(member, by=request.user, **content),
        title=_("结束报到"),
        about=member,
        back_url=reverse("party:unit_detail", args=[member.unit_id]),
    )


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def serving_reveal(request, pk: int, name: str):
    member = get_object_or_404(ServingMember.objects.for_user(request.user), pk=pk)
    return answer_reveal(request, member, name, back_url=reverse("party:unit_detail", args=[member.unit_id]))


@requires(Right.VIEW)
@require_safe
def post_detail(request, pk: int):
    post = get_object_or_404(ServicePost.objects.for_user(request.user).select_related("area", "kind"), pk=pk)
    return render(request, "party/post_detail.html", post_page(post, request.user))


@requires(Right.BUILD)
def post_offer(request):
    return build(
        request,
        forms.PostForm(request.POST or None, user=request.user),
        lambda **content: actions.offer_post(by=request.user, **content),
        title=_("发布服务岗位"),
        about=_("服务岗位"),
        back_url=reverse("party:post_list"),
        then=at_post,
    )


@requires(Right.BUILD)
def post_close(request, pk: int):
    post = to_build(request, ServicePost, pk)
    return build(
        request,
        forms.NoWordsForm(sent(request)),
        lambda: actions.close_post(post, by=request.user),
        title=_("停止岗位"),
        about=post,
        back_url=at_post(post),
    )


@requires(Right.BUILD)
def post_claim(request, pk: int):
    post = to_build(request, ServicePost, pk)
    return build(
        request,
        forms.PostClaimForm(request.POST or None, post=post, user=request.user),
        lambda **content: actions.claim_post(post, by=request.user, **content),
        title=_("认领岗位"),
        about=post,
        back_url=at_post(post),
    )


def find_claim(post: ServicePost, link: int) -> PostClaim:
    return get_object_or_404(post.claims.select_related("post", "unit", "member"), pk=link)


@requires(Right.BUILD)
def claim_release(request, pk: int, link: int):
    post = to_build(request, ServicePost, pk)
    claim = find_claim(post, link)
    return build(
        request,
        forms.NoWordsForm(sent(request)),
        lambda: actions.release_claim(claim, by=request.user),
        title=_("退岗"),
        about=claim,
        back_url=at_post(post),
    )


@requires(Right.BUILD)
def service_write(request, pk: int, link: int):
    post = to_build(request, ServicePost, pk)
    claim = find_claim(post, link)
    return build(
        request,
        forms.ServiceForm(request.POST or None),
        lambda **content: actions.write_service(claim, by=request.user, **content),
        title=_("登记服务"),
        about=claim,
        back_url=at_post(post),
    )


def feedback_of(user, pk: int, quarter: str) -> Feedback:
    unit = get_object_or_404(ReportingUnit.objects.for_user(user).select_related("area"), pk=pk)
    try:
        return read_feedback(unit, quarter)
    except ValueError as wrong:
        raise Http404 from wrong


@requires(Right.VIEW)
@require_safe
def feedback_print(request, pk: int, quarter: str):
    """The sheet of a quarter on paper."""
    found = feedback_of(request.user, pk, quarter)
    return render(request, "party/feedback_print.html", {"found": found, "printed_at": today()})


@requires(Right.VIEW)
@require_safe
def feedback_word(request, pk: int, quarter: str):
    found = feedback_of(request.user, pk, quarter)
    return word_answer(feedback_sheet(found), f"{found.unit.name}{found.quarter}反馈单.docx")


@requires(Right.BUILD)
@require_POST
def feedback_send(request, pk: int, quarter: str):
    unit = to_build(request, ReportingUnit, pk)
    actions.send_feedback(unit, by=request.user, quarter=quarter)
    return redirect("party:unit_detail", pk=pk)
