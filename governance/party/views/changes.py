"""Dated changes and links of an organisation, each a form on a page of its own."""

from collections.abc import Callable
from copy import copy

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.kernel.pages import requires, run_verb
from governance.party import actions
from governance.party.enums import Right
from governance.party.forms import (
    ElectForm,
    EndForm,
    MergeForm,
    MoveForm,
    ReviseForm,
    SeatForm,
    ServeForm,
    SplitForm,
)
from governance.party.models import PartyOrg, PartyOrgArea
from governance.party.views.verbs import find


@requires(Right.MANAGE)
def org_move(request, pk: int):
    return change(request, find(request, pk), MoveForm, actions.move_org, _("调整隶属"))


@requires(Right.MANAGE)
def org_elect(request, pk: int):
    return change(request, find(request, pk), ElectForm, actions.elect_org, _("登记换届"))


@requires(Right.MANAGE)
def org_split(request, pk: int):
    return change(request, find(request, pk), SplitForm, actions.split_org, _("分设"))


@requires(Right.MANAGE)
def org_merge(request, pk: int):
    def merge(org, *, into, **given):
        actions.merge_orgs([org], into=into, **given)

    return change(request, find(request, pk), MergeForm, merge, _("并入其他党组织"))


@requires(Right.MANAGE)
def org_revise(request, pk: int):
    org = find(request, pk)
    form = ReviseForm(request.POST or None, instance=copy(org))
    return run(request, org, form, actions.revise_org, _("修改人数和批准文号"))


@requires(Right.MANAGE)
def area_serve(request, pk: int):
    return change(request, find(request, pk), ServeForm, actions.serve_area, _("增加服务范围"))


@requires(Right.MANAGE)
def area_leave(request, pk: int, link: int):
    org = find(request, pk)
    served = get_object_or_404(PartyOrgArea.objects.for_user(request.user), org=org, pk=link)

    def leave(_org, **given):
        actions.leave_area(served, **given)

    return change(request, org, EndForm, leave, _("不再服务{}").format(served.area))


@requires(Right.MANAGE)
def member_seat(request, pk: int):
    return change(request, find(request, pk), SeatForm, actions.seat_member, _("增加成员单位"))


@requires(Right.MANAGE)
def member_unseat(request, pk: int, link: int):
    org = find(request, pk)
    member = get_object_or_404(org.member_orgs, pk=link)

    def unseat(_org, **given):
        actions.unseat_member(member, **given)

    return change(request, org, EndForm, unseat, _("{}退出").format(member))


def change(request, org: PartyOrg, form_class: type[forms.Form], verb: Callable, title: str):
    return run(request, org, form_class(request.POST or None, org=org, user=request.user), verb, title)


def run(request, org: PartyOrg, form: forms.Form, verb: Callable, title: str):
    """Show the form, or call the verb, on an organisation."""
    return run_verb(
        request,
        form,
        lambda **said: verb(org, by=request.user, **said),
        title=title,
        about=org,
        back_url=reverse("party:org_detail", args=[org.pk]),
        done=lambda made: _("{}：{}已登记。").format(org, title),
        template="party/org_verb.html",
        org=org,
    )
