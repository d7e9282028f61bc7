from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.receipts import receipt_key
from disputes.actions.registering import register_dispute
from disputes.actions.steps import VERBS
from disputes.enums.rights import Right
from disputes.filters.disputes import DisputeFilter, withheld_from
from disputes.forms.base import StepForm
from disputes.forms.registering import PartyForms, RegisterForm
from disputes.forms.steps import STEP_FORMS
from disputes.models import Dispute, Party
from disputes.presenting.agreements import settlement_of
from disputes.presenting.court import court_of
from disputes.presenting.disputes import state_tone, step_entries, timeline
from disputes.presenting.next_steps import what_next
from disputes.presenting.papers import papers_of_case
from disputes.presenting.safety import safety_of
from disputes.presenting.series import of_dispute
from disputes.presenting.supervision import oversight
from disputes.states import STEPS, DisputeState
from disputes.tables.disputes import DISPUTES
from disputes.views.carrying import carried_into, keep_for_later
from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.casework.clock import clock_years_unknown
from governance.casework.enums import Outcome
from governance.casework.presenting import back_to, clock_shape
from governance.casework.presenting.orders import orders_of
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


class DisputeList(ListPage):
    """Every dispute of the person's area: the list behind the figures."""

    required_right = Right.VIEW
    filterset_class = DisputeFilter
    order = ("-case_id",)
    template_name = "disputes/case_list.html"
    rows_template = "disputes/_case_rows.html"
    layout = DISPUTES

    def rows_for(self, user):
        return Dispute.objects.for_user(user).for_list().values(*DISPUTES.fields, "case_id")

    def withheld(self, request):
        return withheld_from(request)

    def context(self, request, filtered, page):
        states, outcomes = dict(DisputeState.choices), dict(Outcome.choices)
        rows = [
            row | {"state_label": states.get(row["state"]), "outcome_label": outcomes.get(row["outcome"], "")}
            for row in page or ()
        ]
        register = request.user.may(Right.REGISTER)
        return super().context(request, filtered, page) | {"rows": rows, "may_register": register}


def find(user, number: str) -> Dispute:
    """A dispute within the person's scope."""
    found = Dispute.objects.for_user(user).for_page().filter(case__number=number).first()
    if found is None:
        raise Http404
    return found


@require_safe
@requires(Right.VIEW)
def case_detail(request, number):
    dispute = find(request.user, number)
    return show_case(request, dispute)


def show_case(request, dispute, *, steps=None, status=200, **refused):
    """The page of a dispute; `steps` or a section in `refused` carry a form that was just sent and is not right."""
    case = dispute.case
    context = {
        "dispute": dispute,
        "case": case,
        "clock": clock_shape(case),
        "tone": state_tone(case),
        "next_words": what_next(case),
        "years_unknown": clock_years_unknown(case),
        "steps": step_entries(dispute, request.user) if steps is None else steps,
        "parties": dispute.parties.all(),
        "entries": timeline(case),
        "in_series": of_dispute(dispute, request.user),
        "orders": orders_of(case, request.user),
        "may_reveal": request.user.may(AuditRight.REVEAL, case.area_code),
        "safety": safety_of(dispute, request.user),
        **papers_of_case(dispute),
        **settlement_of(dispute, request.user),
        "court": court_of(dispute, request.user),
        **oversight(dispute, request.user),
        "receipt": receipt_key(dispute) if request.user.may(Right.REGISTER, case.area_code) else "",
        **refused,
    }
    return render(request, "disputes/case_detail.html", context, status=status)


@require_POST
@requires(Right.VIEW)
def case_step(request, number, step):
    """One press of a verb. A form that lacks something comes back open; what a rule forbids is 409."""
    dispute = find(request.user, number)
    if step not in STEPS:
        raise Http404
    demand(request.user, STEPS[step].right, dispute.case.area_code)
    form = STEP_FORMS.get(step, StepForm)(request.POST, dispute=dispute, step=STEPS[step], user=request.user)
    if not form.is_valid():
        entries = step_entries(dispute, request.user, tried=form, tried_step=step)
        return show_case(request, dispute, steps=entries, status=400)
    VERBS[step](dispute, by=request.user, **form.given)
    done = _("{number} 已{step}。").format(number=number, step=STEPS[step].label)
    messages.success(request, done)
    return redirect(back_to(request) or reverse("disputes:case_detail", args=[number]))


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def party_reveal(request, number, party, field):
    """One value of one party in the clear, for a stated reason; it is in this answer and kept nowhere."""
    dispute = find(request.user, number)
    found = dispute.parties.filter(pk=party).first()
    if found is None or field not in Party.SEALED:
        raise Http404
    context = {
        "case": dispute.case,
        "party": found,
        "label": Party._meta.get_field(f"{field}_masked").verbose_name,
        "value": reveal(found, field, by=request.user, reason=request.POST.get("reason", "")),
    }
    template = "components/masked_value.html" if request.htmx else "disputes/party_reveal.html"
    return render(request, template, context)


@requires(Right.REGISTER)
def case_register(request):
    carried = carried_into(request)
    form = RegisterForm(request.POST or None, user=request.user, initial=carried.form)
    parties = PartyForms(request.POST or None, prefix="party", form_kwargs={"known": carried.parties})
    if "keep" in request.POST:
        return keep_for_later(request, form)
    if request.method == "POST" and form.is_valid() and parties.is_valid():
        given = [party.cleaned_data for party in parties if party.cleaned_data.get("name")]
        given += form.cleaned_data.pop("group")
        dispute, _created = register_dispute(by=request.user, parties=given, **form.cleaned_data)
        words = _("已登记，编号 {number}，查询码 {code}。")
        messages.success(request, words.format(number=dispute.case.number, code=dispute.case.public_code))
        return _after_registering(request, dispute)
    status = 400 if request.method == "POST" else 200
    return render(request, "disputes/case_register.html", {"form": form, "parties": parties}, status=status)


def _after_registering(request, dispute: Dispute):
    """Whoever stands at the counter gets a receipt; so does an officer who may not see what is restricted."""
    in_sight = Dispute.objects.for_user(request.user).filter(pk=dispute.pk).exists()
    if dispute.matter_id or not in_sight:
        return redirect("disputes:receipt", receipt_key(dispute))
    return redirect("disputes:case_detail", dispute.case.number)
