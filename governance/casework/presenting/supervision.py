"""What was said to offices about a case, and what the person may do about it."""

from django.urls import reverse

from governance.casework.actions.supervision import is_above, sits_in
from governance.casework.enums import Right
from governance.casework.forms.supervision import LeadForm, SuperviseForm
from governance.casework.models import Case, Supervision, WarningLetter


def case_supervision(case: Case, user) -> dict:
    """The section of a case page: 督办 and cards, letters, the lead, and the forms open to the person."""
    owner = case.owner_area or case.area
    is_open = case.closed_on is None
    may_supervise = is_open and user.may(Right.SUPERVISE, case.area_code) and is_above(user, owner.code)
    may_lead = is_open and user.may(Right.DISPATCH, case.area_code)
    return {
        "supervisions": case.supervisions.select_related("area"),
        "letters": case.letters.select_related("area"),
        "supervise_form": SuperviseForm(case=case) if may_supervise else None,
        "lead_form": LeadForm(case=case) if may_lead else None,
    }


def supervision_page(given: Supervision, user) -> dict:
    """One 督办 with the forms open to the person: the office answers, who is above lifts."""
    is_open = given.lifted_on is None
    return {
        "given": given,
        "case": given.case,
        "case_url": _case_url(given.case),
        "may_answer": is_open and user.may(Right.ANSWER, given.area_code) and sits_in(user, given.area),
        "may_lift": is_open
        and user.may(Right.SUPERVISE, given.area_code)
        and is_above(user, given.area_code),
    }


def letter_page(letter: WarningLetter, user) -> dict:
    return {
        "letter": letter,
        "case": letter.case,
        "case_url": _case_url(letter.case),
        "may_answer": user.may(Right.ANSWER, letter.area_code) and sits_in(user, letter.area),
    }


def _case_url(case: Case) -> str:
    return reverse(case.of_kind.detail_page, args=[case.number]) if case.of_kind else ""
