"""One page for every verb on a housing project, or on one row of it: a form and its button."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms as django_forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deeds.actions import buildings, bulletins, funds, handing_over, housing, purchasers
from deeds.enums import Right
from deeds.forms import housing as forms
from deeds.models import HousingProject
from deeds.views.housing import find_housing
from governance.kernel.errors import Refused
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@dataclass(frozen=True)
class Verb:
    """What is pressed: its words, its form, what is called, the right it takes, the page it comes back to.

    `shown` names what of the row stands in the form already.
    """

    title: str | Promise
    form: type[django_forms.Form]
    run: Callable
    right: str = Right.MANAGE
    page: str = "housing_detail"
    shown: tuple[str, ...] = ()


MONEY, BUYERS = "housing_money", "housing_buyers"
ON_PROJECT = {
    "revise": Verb(gettext_lazy("修改项目"), forms.HousingProjectForm, housing.revise_project),
    "permit": Verb(gettext_lazy("登记证件"), forms.PermitForm, housing.add_permit),
    "building": Verb(gettext_lazy("增加楼栋"), forms.BuildingForm, buildings.add_building),
    "funds": Verb(gettext_lazy("填报资金"), forms.FundsForm, funds.report_funds, page=MONEY),
    "payout": Verb(gettext_lazy("申请拨付"), forms.PayoutForm, funds.request_payout, page=MONEY),
    "risk": Verb(gettext_lazy("登记风险"), forms.RiskForm, handing_over.raise_risk, page=MONEY),
    "delivery": Verb(gettext_lazy("安排交付"), forms.DeliveryForm, handing_over.plan_delivery, page=MONEY),
    "bulletin": Verb(
        gettext_lazy("起草公告"), forms.BulletinForm, bulletins.draft_bulletin, Right.ANSWER, BUYERS
    ),
    "purchaser": Verb(
        gettext_lazy("登记购房人"), forms.PurchaserForm, purchasers.enter_purchaser, Right.ANSWER, BUYERS
    ),
}
_WRITTEN = ("progress_text", "funds_level", "next_on")
# By the rows' name on the project, then by the verb.
ON_ROW = {
    ("building_rows", "report"): Verb(
        gettext_lazy("填报楼栋进度"), forms.BuildingProgressForm, buildings.report_building
    ),
    ("building_rows", "plan"): Verb(gettext_lazy("安排节点"), forms.MilestoneForm, buildings.plan_milestone),
    ("payouts", "pay"): Verb(gettext_lazy("登记拨付"), forms.PaidForm, funds.pay_out, page=MONEY),
    ("risks", "close"): Verb(
        gettext_lazy("风险销号"), forms.CloseRiskForm, handing_over.close_risk, page=MONEY
    ),
    ("deliveries", "hand-over"): Verb(
        gettext_lazy("登记交付"), forms.HandOverForm, handing_over.hand_over, page=MONEY,
        shown=("delivered", "with_certificate"),
    ),
    ("bulletins", "revise"): Verb(
        gettext_lazy("修改公告"), forms.ReviseBulletinForm, bulletins.revise_bulletin, Right.ANSWER, BUYERS,
        _WRITTEN,
    ),
    ("bulletins", "publish"): Verb(
        gettext_lazy("发布公告"), forms.PressForm, bulletins.publish_bulletin, Right.ANSWER, BUYERS
    ),
    ("bulletins", "withdraw"): Verb(
        gettext_lazy("撤回公告"), forms.NoteForm, bulletins.withdraw_bulletin, Right.ANSWER, BUYERS
    ),
    ("questions", "answer"): Verb(
        gettext_lazy("答复提问"), forms.AnswerForm, purchasers.answer_question, Right.ANSWER, BUYERS
    ),
}  # fmt: skip


@requires(Right.MANAGE)
def housing_register(request):
    """Put a project under watch."""
    form = forms.RegisterHousingForm(_given(request), user=request.user)
    page = {"form": form, "title": _("登记保交楼项目"), "back_url": reverse("deeds:housing_list")}

    def run(area, **fields):
        return housing.register_project(area, by=request.user, **fields)

    return _answer(request, page, run, "housing_detail")


@requires(Right.VIEW)
def housing_verb(request, pk, verb):
    """A verb on the project itself."""
    project, found = find_housing(request, pk), ON_PROJECT.get(verb)
    if found is None:
        raise Http404
    demand(request.user, found.right, project.area_code)
    shown = {"instance": _plain_copy(project)} if verb == "revise" else {}
    form = found.form(_given(request), request.FILES or None, **shown)

    def run(**told):
        found.run(project, by=request.user, **told)
        return project

    return _answer(request, _page(project, found, form, project.name), run, found.page)


@requires(Right.VIEW)
def housing_row_verb(request, pk, rows, row, verb):
    """A verb on one row of the project."""
    project, found = find_housing(request, pk), ON_ROW.get((rows, verb))
    if found is None:
        raise Http404
    demand(request.user, found.right, project.area_code)
    target = get_object_or_404(getattr(project, rows).all(), pk=row)
    initial = {name: getattr(target, name) for name in found.shown}
    form = found.form(_given(request), request.FILES or None, initial=initial)

    def run(**told):
        found.run(target, by=request.user, **told)
        return project

    return _answer(request, _page(project, found, form, str(target)), run, found.page)


def _given(request):
    """A step that asks for nothing is given all the same."""
    return request.POST if request.method == "POST" else None


def _plain_copy(project: HousingProject) -> HousingProject:
    """What a form may write into while it looks: the project shown and changed is another one."""
    return HousingProject(
        **{field.attname: getattr(project, field.attname) for field in project._meta.fields}
    )


def _page(project, found: Verb, form, about: str) -> dict:
    back_url = reverse(f"deeds:{found.page}", args=[project.pk])
    return {"form": form, "title": found.title, "back_url": back_url, "about": about}


def _answer(request, page: dict, run: Callable, back: str):
    """Show the form, or call the verb on a good one; what it refuses comes back in the form."""
    form, status = page["form"], 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                project = run(**form.cleaned_data)
            except ValidationError as invalid:
                form.add_error(None, invalid.messages)
            except Refused as refusal:
                form.add_error(None, refusal.message)
                status = 409
            else:
                messages.success(request, _("{}：已办理{}。").format(project, page["title"]))
                return redirect(f"deeds:{back}", pk=project.pk)
    return render(request, "deeds/housing_verb.html", page, status=status)
