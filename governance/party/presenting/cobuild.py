"""Needs with the resources that fit them, and what each step of a need, resource, project or wish asks."""

from django import forms
from django.db.models import Model
from django.urls import reverse

from governance.audit.enums import Right as AuditRight
from governance.kernel.days import today
from governance.kernel.lifecycle import Step, open_steps
from governance.party.enums import NeedState, ProjectState, ResourceState, WishState
from governance.party.forms import (
    ClaimForm,
    NoteForm,
    NoWordsForm,
    ProjectResultForm,
    ThanksForm,
    WishResultForm,
)
from governance.party.models import CommunityNeed, CoProject, PartnerResource, Wish
from governance.party.rules.matching import Offer, Suggestion, Wanted, suggest

SUGGESTIONS_SHOWN = 12
ASKED = {
    (CoProject, "finish"): ProjectResultForm,
    (Wish, "claim"): ClaimForm,
    (Wish, "fulfil"): WishResultForm,
    (Wish, "thank"): ThanksForm,
}
TONES = {
    ResourceState: {"open": "ok", "withdrawn": "paused"},
    NeedState: {"open": "near", "matched": "primary", "met": "ok", "withdrawn": "paused"},
    ProjectState: {"planned": "near", "running": "primary", "done": "ok", "stopped": "paused"},
    WishState: {"open": "near", "claimed": "primary", "done": "ok", "closed": "ok", "withdrawn": "paused"},
}
# Steps of a need that its project takes for it, and no page by itself.
BY_PROJECT = {"match", "meet", "reopen"}


def step_form(row: Model, step: Step, given, user) -> forms.Form:
    """What a step asks for."""
    form = ASKED.get((type(row), step.name)) or (NoteForm if step.needs_note else NoWordsForm)
    return form(given, wish=row, user=user) if form is ClaimForm else form(given)


def step_links(row: Model, user, page: str) -> list[tuple[Step, str]]:
    """The steps open to the person now, each with the page it is taken on."""
    steps = [
        step
        for step in open_steps(row, user)
        if not (isinstance(row, CommunityNeed) and step.name in BY_PROJECT)
    ]
    return [(step, reverse(page, args=[row.pk, step.name])) for step in steps]


def suggestions(need: CommunityNeed, user) -> list[tuple[PartnerResource, Suggestion]]:
    """Resources in the person's sight that fit a need, best first, each with the reasons."""
    day = today()
    rows = PartnerResource.objects.for_user(user).offered_on(day).for_list()
    known = {row.pk: row for row in rows}
    offers = [
        Offer(row.pk, row.kind_id, row.area_code, row.capacity - row.in_use, row.from_on, row.to_on)
        for row in known.values()
    ]
    wanted = Wanted(need.kind_id, need.area_code, need.wanted_by)
    return [(known[found.key], found) for found in suggest(wanted, offers, day)[:SUGGESTIONS_SHOWN]]


def wish_page(wish: Wish, user) -> dict:
    may_reveal = user.may(AuditRight.REVEAL, wish.area_code)
    return {
        "wish": wish,
        "steps": step_links(wish, user, "party:wish_step"),
        "contacts": [
            {
                "label": Wish._meta.get_field(f"{name}_masked").verbose_name,
                "masked": getattr(wish, f"{name}_masked"),
                "url": reverse("party:wish_reveal", args=[wish.pk, name]) if may_reveal else "",
            }
            for name in Wish.SEALED
        ],
    }
