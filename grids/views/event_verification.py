from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance.kernel.pages import requires
from governance.kernel.scope import demand
from grids.actions.verifications import record_verification
from grids.enums.rights import EventRight as Right
from grids.forms.verifications import ParticipantForms, VerificationForm
from grids.views.events import find
from grids.views.frames import frame_of


@requires(Right.HANDLE)
def event_verification(request, number):
    """登记联合核实: what was found, and the units that were there."""
    event = find(request.user, number)
    demand(request.user, Right.HANDLE, event.area_code)
    form = VerificationForm(request.POST or None, request.FILES or None, event=event)
    people = ParticipantForms(request.POST or None, prefix="participant")
    if request.method == "POST" and form.is_valid() and people.is_valid():
        try:
            record_verification(event, by=request.user, participants=people.given, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("{number} 的联合核实已登记。").format(number=number))
            return redirect("grids:event_detail", number)
    context = {"form": form, "people": people, "event": event, "case": event.case}
    context["frame_template"] = frame_of(request.user)
    status = 400 if request.method == "POST" else 200
    return render(request, "grids/event_verification.html", context, status=status)
