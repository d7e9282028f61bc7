from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.pages import ListPage, requires
from governance.kernel.papers import word_answer
from property import actions
from property.enums import Right
from property.filters.meetings import OwnersMeetingFilter
from property.forms.meetings import (
    AnnounceForm,
    MatterForm,
    NoticeForm,
    PrepareForm,
    ReasonForm,
    TallyForm,
)
from property.models import ManagedCompound, OwnersMeeting
from property.papers.results import file_name, result_sheet
from property.presenting.meetings import TONES, meeting_page, result_line
from property.rules.verdicts import owners_words
from property.states.meetings import MEETING_STEPS
from property.tables.meetings import MEETINGS
from property.views.verbs import managed, run

# What each step asks for, and the verb that takes it.
STEP_FORMS = {
    "notice": (NoticeForm, actions.give_notice),
    "announce": (AnnounceForm, actions.announce_result),
    "correct": (ReasonForm, actions.correct_votes),
    "call_off": (ReasonForm, actions.call_off),
}


class MeetingList(ListPage):
    """Owners' meetings, the latest first; of one compound with `?compound=`."""

    required_right = Right.VIEW
    filterset_class = OwnersMeetingFilter
    order = ("-meeting_on", "-id")
    template_name = "property/meeting_list.html"
    rows_template = "property/_meeting_rows.html"
    layout = MEETINGS

    def rows_for(self, user):
        return OwnersMeeting.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        prefetch_related_objects(page.rows if page else [], "matters")
        rows = [(row, TONES[row.state], result_line(row)) for row in page or ()]
        return {**super().context(request, filtered, page), "rows": rows}


@requires(Right.VIEW)
@require_safe
def meeting_detail(request, pk: int):
    meeting = _meeting(request, pk)
    return render(request, "property/meeting_detail.html", meeting_page(meeting, request.user))


@requires(Right.VIEW)
@require_safe
def meeting_sheet(request, pk: int):
    """The result sheet as a Word file."""
    meeting = _meeting(request, pk)
    return word_answer(result_sheet(meeting), file_name(meeting))


@requires(Right.MANAGE)
def meeting_new(request, pk: int):
    """Prepare a meeting of a compound's owners."""
    compound = managed(request, ManagedCompound, pk)
    form = PrepareForm(request.POST or None)

    def prepare():
        return actions.prepare_meeting(compound, by=request.user, **form.cleaned_data)

    back_url = reverse("property:compound_detail", args=[pk])
    return run(
        request, form, prepare, compound, _("登记业主大会"), back_url, then=lambda made: _page(made.pk)
    )


@requires(Right.MANAGE)
def meeting_edit(request, pk: int):
    meeting = managed(request, OwnersMeeting, pk)
    form = PrepareForm(
        request.POST or None, initial={name: getattr(meeting, name) for name in PrepareForm.base_fields}
    )

    def revise():
        actions.revise_meeting(meeting, by=request.user, **form.cleaned_data)

    return run(request, form, revise, meeting, _("修改会议"), _page(pk))


@requires(Right.MANAGE)
def matter_add(request, pk: int):
    meeting = managed(request, OwnersMeeting, pk)
    form = MatterForm(request.POST or None)

    def add():
        actions.add_matter(meeting, by=request.user, **form.cleaned_data)

    return run(request, form, add, meeting, _("添加表决事项"), _page(pk))


@requires(Right.MANAGE)
@require_POST
def matter_remove(request, pk: int, matter: int):
    meeting = managed(request, OwnersMeeting, pk)
    found = get_object_or_404(meeting.matters, pk=matter)
    actions.remove_matter(found, by=request.user)
    messages.success(request, _("已移除表决事项。"))
    return redirect("property:meeting_detail", pk)


@requires(Right.MANAGE)
def meeting_step(request, pk: int, step: str):
    """Notice, announcement, correction, calling off: each with its own form."""
    if step not in STEP_FORMS:
        raise Http404
    meeting = managed(request, OwnersMeeting, pk)
    form_class, verb = STEP_FORMS[step]
    form = form_class(request.POST or None)

    def take():
        verb(meeting, by=request.user, **form.cleaned_data)

    return run(request, form, take, meeting, MEETING_STEPS[step].label, _page(pk))


@requires(Right.MANAGE)
def meeting_count(request, pk: int):
    """The votes on every matter, on one sheet."""
    meeting = managed(request, OwnersMeeting, pk)
    forms = [TallyForm(request.POST or None, matter=matter) for matter in meeting.matters.all()]
    faults = []
    if request.method == "POST" and all(form.is_valid() for form in forms):
        tallies = {form.matter.pk: form.cleaned_data for form in forms}
        try:
            actions.count_votes(meeting, by=request.user, tallies=tallies)
        except ValidationError as invalid:
            faults = invalid.messages
        else:
            messages.success(request, _("计票已登记，请核对每项的结果，再登记公布。"))
            return redirect("property:meeting_detail", pk)
    faults = faults or [
        _("第 {} 项有内容要改，请看标红的地方。").format(form.matter.position)
        for form in forms
        if form.errors
    ]
    context = {"meeting": meeting, "owners": owners_words(meeting), "forms": forms, "faults": faults}
    status = 400 if request.method == "POST" else 200
    return render(request, "property/meeting_count.html", context, status=status)


def _meeting(request, pk: int) -> OwnersMeeting:
    rows = OwnersMeeting.objects.for_user(request.user).select_related("compound", "area")
    return get_object_or_404(rows.prefetch_related("matters"), pk=pk)


def _page(pk: int) -> str:
    return reverse("property:meeting_detail", args=[pk])
