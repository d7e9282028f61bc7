from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.enums import Right as AuditRight
from governance.audit.views import answer_reveal
from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires, run_verb
from governance.kernel.scope import demand
from grids.actions.advisers import (
    assign_adviser,
    cancel_duty,
    end_assignment,
    plan_duty,
    record_work,
    register_adviser,
)
from grids.enums.rights import Right
from grids.filters.advisers import AdviserDutyFilter, AdviserFilter, AdviserRecordFilter
from grids.forms.advisers import AdviserForm, AssignForm, DutyForm, WorkForm
from grids.models import Adviser, AdviserAssignment, AdviserDuty, AdviserRecord, Community
from grids.tables.communities import ADVISER_DUTIES, ADVISER_RECORDS, ADVISERS
from grids.views.verbs import managed_community


class AdviserList(ListPage):
    required_right = Right.VIEW
    filterset_class = AdviserFilter
    order = ("area_code", "id")
    template_name = "grids/adviser_list.html"
    rows_template = "grids/_adviser_rows.html"
    layout = ADVISERS

    def rows_for(self, user):
        return Adviser.objects.for_user(user)

    def context(self, request, filtered, page):
        may_register = request.user.may(Right.MANAGE)
        return super().context(request, filtered, page) | {"may_register": may_register}


class AdviserDutyList(ListPage):
    required_right = Right.VIEW
    filterset_class = AdviserDutyFilter
    order = ("-on", "-id")
    template_name = "grids/adviser_duty_list.html"
    rows_template = "grids/_adviser_duty_rows.html"
    layout = ADVISER_DUTIES

    def rows_for(self, user):
        return AdviserDuty.objects.for_user(user).for_list()


class AdviserRecordList(ListPage):
    required_right = Right.VIEW
    filterset_class = AdviserRecordFilter
    order = ("-on", "-id")
    template_name = "grids/adviser_record_list.html"
    rows_template = "grids/_adviser_record_rows.html"
    layout = ADVISER_RECORDS

    def rows_for(self, user):
        return AdviserRecord.objects.for_user(user).for_list()


@requires(Right.VIEW)
@require_safe
def adviser_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A lawyer, the communities served, and what was done of late."""
    adviser = get_object_or_404(Adviser.objects.for_user(request.user).select_related("area"), pk=pk)
    user = request.user
    may_reveal = user.may(AuditRight.REVEAL, adviser.area_code)
    served = AdviserAssignment.objects.for_user(user).filter(adviser=adviser).select_related("area")
    done = AdviserRecord.objects.for_user(user).filter(adviser=adviser).for_list()
    duties = AdviserDuty.objects.for_user(user).filter(adviser=adviser, on__gte=today()).for_list()
    context = {
        "adviser": adviser,
        "served": served.order_by("-valid", "area_code"),
        "duties": duties.order_by("on", "from_time")[:10],
        "records": done.order_by("-on", "-id")[:10],
        "may_manage": user.may(Right.MANAGE, adviser.area_code),
        "reveal_url": reverse("grids:adviser_reveal", args=[pk, "phone"]) if may_reveal else "",
        "today": today(),
    }
    return render(request, "grids/adviser_detail.html", context)


@requires(Right.MANAGE)
def adviser_new(request: HttpRequest) -> HttpResponse:
    """Registered where the user's own post lies, unless the address names another area."""
    own = next((seat.area_code for seat in request.user.seats if Right.MANAGE in seat.rights), "")
    form = AdviserForm(
        request.POST or None, user=request.user, initial={"area": request.GET.get("area", own)}
    )
    return run_verb(
        request,
        form,
        lambda **content: register_adviser(by=request.user, **content),
        title=_("登记法律顾问"),
        about=_("法律顾问"),
        back_url=reverse("grids:adviser_list"),
        done=_("已登记，请接着聘到社区。"),
    )


@requires(Right.MANAGE)
def adviser_assign(request: HttpRequest, pk: int) -> HttpResponse:
    adviser = get_object_or_404(Adviser.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.MANAGE, adviser.area_code)
    communities = Community.objects.for_user(request.user).open().within(adviser.area_code)
    return run_verb(
        request,
        AssignForm(request.POST or None, communities=communities),
        lambda **content: assign_adviser(adviser, by=request.user, **content),
        title=_("聘到社区"),
        about=str(adviser),
        back_url=reverse("grids:adviser_detail", args=[pk]),
        done=_("已聘任{}。").format(adviser),
    )


@require_POST
@requires(Right.MANAGE)
def assignment_end(request: HttpRequest, pk: int) -> HttpResponse:
    assignments = AdviserAssignment.objects.for_user(request.user).select_related("adviser", "area")
    assignment = get_object_or_404(assignments, pk=pk)
    end_assignment(assignment, by=request.user)
    messages.success(request, _("{}不再担任{}的法律顾问。").format(assignment.adviser, assignment.area))
    return redirect("grids:community_desk", assignment.area_code)


@requires(Right.MANAGE)
def duty_plan(request: HttpRequest, code: str) -> HttpResponse:
    community = managed_community(request, code)
    return run_verb(
        request,
        DutyForm(request.POST or None),
        lambda **content: plan_duty(community, by=request.user, **content),
        title=_("安排值班"),
        about=str(community),
        back_url=reverse("grids:community_desk", args=[code]),
        done=_("已排入{}的值班表。").format(community),
    )


@require_POST
@requires(Right.MANAGE)
def duty_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    duty = get_object_or_404(AdviserDuty.objects.for_user(request.user), pk=pk)
    cancel_duty(duty, by=request.user)
    messages.success(request, _("已取消 {} 的值班。").format(duty.on))
    return redirect("grids:adviser_duty_list")


@requires(Right.MANAGE)
def work_record(request: HttpRequest, code: str) -> HttpResponse:
    community = managed_community(request, code)
    return run_verb(
        request,
        WorkForm(request.POST or None),
        lambda **content: record_work(community, by=request.user, **content),
        title=_("登记法律顾问工作"),
        about=str(community),
        back_url=reverse("grids:community_desk", args=[code]),
        done=_("已登记。"),
    )


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def adviser_reveal(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    adviser = get_object_or_404(Adviser.objects.for_user(request.user), pk=pk)
    return answer_reveal(request, adviser, name, back_url=reverse("grids:adviser_detail", args=[pk]))
