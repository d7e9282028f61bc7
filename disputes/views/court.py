"""The court's side: what a judge is invited to, what a court delegated, where a judge can be met."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disputes.actions.court import (
    ask_judge,
    attend_sitting,
    end_collaboration,
    give_opinion,
    keep_shared_court,
    return_to_court,
)
from disputes.enums.court import CourtRight
from disputes.enums.rights import Right
from disputes.filters.court import ConsultationFilter, DelegationFilter, SharedCourtFilter
from disputes.forms.court import AskJudgeForm, OpinionForm, ReturnForm, SharedCourtForm
from disputes.models import CourtCollaboration, CourtDelegation, SharedCourt
from disputes.presenting.court import file_for_judge
from disputes.tables.court import CONSULTATIONS, DELEGATIONS, SHARED_COURTS
from disputes.views.cases import find
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


class ConsultationList(ListPage):
    """What this judge was invited to and nothing else."""

    required_right = CourtRight.CONSULT
    filterset_class = ConsultationFilter
    template_name = "disputes/consultation_list.html"
    rows_template = "disputes/_consultation_rows.html"
    layout = CONSULTATIONS

    def rows_for(self, user):
        return CourtCollaboration.invitations.for_user(user).for_list()


class DelegationList(ListPage):
    required_right = Right.VIEW
    filterset_class = DelegationFilter
    order = ("return_by", "dispute_id")
    template_name = "disputes/delegation_list.html"
    rows_template = "disputes/_delegation_rows.html"
    layout = DELEGATIONS

    def rows_for(self, user):
        return CourtDelegation.objects.for_user(user).for_list()


class SharedCourtList(ListPage):
    required_right = Right.VIEW
    filterset_class = SharedCourtFilter
    order = ("area_code", "id")
    template_name = "disputes/shared_court_list.html"
    rows_template = "disputes/_shared_court_rows.html"
    layout = SHARED_COURTS

    def rows_for(self, user):
        return SharedCourt.objects.for_user(user).filter(closed_on=None).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"may_keep": request.user.may(Right.ASSIGN)}


@requires(CourtRight.CONSULT)
def consultation_detail(request, pk):
    """The masked file; a posted opinion goes on record."""
    rows = CourtCollaboration.invitations.for_user(request.user)
    asked = get_object_or_404(
        rows.select_related("dispute__case__area", "dispute__category", "judge_post"), pk=pk
    )
    form = OpinionForm(request.POST or None)
    if form.is_valid():
        give_opinion(asked, by=request.user, answer=form.cleaned_data["answer"])
        messages.success(request, _("法律意见已答复给调解员。"))
        return redirect("disputes:consultation_detail", pk)
    context = file_for_judge(asked) | {"form": form}
    return render(request, "disputes/consultation_detail.html", context, status=400 if form.is_bound else 200)


@require_POST
@requires(CourtRight.CONSULT)
def consultation_attend(request, pk, session):
    asked = get_object_or_404(CourtCollaboration.invitations.for_user(request.user), pk=pk)
    sitting = get_object_or_404(asked.dispute.sessions, pk=session)
    attend_sitting(asked, by=request.user, session=sitting)
    messages.success(request, _("已记录您到场。"))
    return redirect("disputes:consultation_detail", pk)


@requires(Right.VIEW)
def judge_ask(request, number):
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.area_code)
    form = AskJudgeForm(request.POST or None, dispute=dispute)
    if form.is_valid():
        ask_judge(dispute, by=request.user, **form.cleaned_data)
        messages.success(request, _("已邀请法官，法官只能看到这一件。"))
        return redirect("disputes:case_detail", number)
    context = {"form": form, "case": dispute.case, "heading": _("邀请法官协作"), "verb": _("邀请")}
    return render(request, "disputes/court_form.html", context, status=400 if form.is_bound else 200)


@require_POST
@requires(Right.VIEW)
def collaboration_end(request, number, pk):
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.area_code)
    end_collaboration(get_object_or_404(dispute.collaborations, pk=pk), by=request.user)
    messages.success(request, _("协作已结束，法官不再看到这件纠纷。"))
    return redirect("disputes:case_detail", number)


@requires(Right.VIEW)
def court_return(request, number):
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.area_code)
    delegation = get_object_or_404(CourtDelegation, pk=dispute.pk)
    form = ReturnForm(request.POST or None)
    if form.is_valid():
        return_to_court(delegation, by=request.user, **form.cleaned_data)
        messages.success(request, _("已交回{court}。").format(court=delegation.court))
        return redirect("disputes:case_detail", number)
    context = {"form": form, "case": dispute.case, "heading": _("交回法院"), "verb": _("交回")}
    return render(request, "disputes/court_form.html", context, status=400 if form.is_bound else 200)


@requires(Right.ASSIGN)
def shared_court_new(request):
    return _keep(request, SharedCourt())


@requires(Right.VIEW)
def shared_court_edit(request, pk):
    court = get_object_or_404(SharedCourt.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.ASSIGN, court.area_code)
    return _keep(request, court)


def _keep(request, court: SharedCourt):
    form = SharedCourtForm(request.POST or None, instance=court, user=request.user)
    if form.is_valid():
        keep_shared_court(form.instance, by=request.user)
        messages.success(request, _("「{court}」已保存。").format(court=court))
        return redirect("disputes:shared_court_list")
    context = {"form": form, "case": None, "heading": court.name or _("设立共享法庭"), "verb": _("保存")}
    return render(request, "disputes/court_form.html", context, status=400 if form.is_bound else 200)
