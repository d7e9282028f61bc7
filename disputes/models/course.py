"""The papers that the course of a dispute asks for: one table, asked by the page, the verbs and the step to archive."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disputes.enums.disputes import PartyRole
from disputes.enums.mediation import AgreementForm
from disputes.enums.papers import SIGNED, Paper, PaperStatus
from governance.casework.enums import Outcome


@dataclass(frozen=True)
class Course:
    """What happened in a dispute, as far as its papers go."""

    is_accepted: bool
    is_declined: bool
    is_mediated: bool
    ended_without: bool  # failed, refused, or gone elsewhere
    agreed: str  # the form of the agreement in force, or nothing
    drafted: str  # the form of the one being worded: it is printed to be signed
    has_agent: bool
    is_redirected: bool
    is_performed: bool  # something of the agreement was performed
    is_confirming: bool  # the court was asked to confirm it
    is_followed_up: bool
    filed: dict[str, object]  # what is in the folder already, by kind


@dataclass(frozen=True)
class Entry:
    """A line of the dossier: a paper, how it stands, and what is in the folder of it."""

    kind: Paper
    status: PaperStatus
    is_needed: bool
    filed: object | None

    @property
    def needs_signature(self) -> bool:
        return self.kind in SIGNED


def _never(course: Course) -> bool:
    return False


# Which course needs which paper; what is not asked for by any can be made on demand.
_NEEDED: dict[Paper, Callable[[Course], bool]] = {
    Paper.COVER: lambda course: True,
    Paper.CONTENTS: lambda course: True,
    Paper.APPLICATION: _never,
    Paper.REGISTRATION: lambda course: Paper.APPLICATION not in course.filed,
    Paper.RIGHTS_NOTICE: lambda course: course.is_accepted,
    Paper.IDENTITY: lambda course: course.is_accepted,
    Paper.PROXY: lambda course: course.has_agent,
    Paper.DECLINE_NOTICE: lambda course: course.is_declined,
    Paper.INVESTIGATION: _never,
    Paper.EVIDENCE: _never,
    Paper.RECORD: lambda course: course.is_mediated,
    Paper.AGREEMENT: lambda course: course.agreed == AgreementForm.WRITTEN,
    Paper.ORAL_AGREEMENT: lambda course: course.agreed == AgreementForm.ORAL,
    Paper.END_NOTICE: lambda course: course.ended_without,
    Paper.CONFIRMATION: lambda course: course.is_confirming,
    Paper.RECEIPT: lambda course: course.is_performed,
    Paper.FOLLOW_UP: lambda course: course.is_followed_up,
    Paper.STATEMENT: lambda course: course.is_redirected,
    Paper.BACK_COVER: lambda course: True,
}
# Papers that make no sense in a course that does not need them, and so are not offered in it.
_ONLY_WHEN_NEEDED = {
    Paper.DECLINE_NOTICE,
    Paper.AGREEMENT,
    Paper.ORAL_AGREEMENT,
    Paper.END_NOTICE,
    Paper.FOLLOW_UP,
    Paper.PROXY,
}
_FORMS = {Paper.AGREEMENT: AgreementForm.WRITTEN, Paper.ORAL_AGREEMENT: AgreementForm.ORAL}
_WITH_AGREEMENT = {Paper.CONFIRMATION, Paper.RECEIPT}


def course_of(dispute) -> Course:
    """The course as it stands now."""
    case = dispute.case
    agreement, draft = dispute.latest_agreement, dispute.draft_agreement
    roles = set(dispute.parties.values_list("role", flat=True))
    is_redirected = case.outcome == Outcome.REDIRECTED
    return Course(
        is_accepted=case.accepted_on is not None,
        is_declined=case.outcome == Outcome.DECLINED,
        is_mediated=agreement is not None or dispute.sessions.exists(),
        ended_without=is_redirected or case.outcome in (Outcome.FAILED, Outcome.REFUSED),
        agreed=agreement.form if agreement else "",
        drafted=draft.form if draft else "",
        has_agent=PartyRole.AGENT in roles,
        is_redirected=is_redirected,
        is_performed=agreement is not None and agreement.obligations.performed().exists(),
        is_confirming=hasattr(agreement, "confirmation"),
        is_followed_up=dispute.last_follow_up is not None,
        filed={filed.kind: filed for filed in dispute.filed_papers.prefetch_related("pages")},
    )


def dossier_of(dispute) -> list[Entry]:
    """Every paper of the dispute's course, in the order they are bound."""
    course = course_of(dispute)
    return [_entry(kind, course) for kind in Paper if _is_offered(kind, course)]


def missing_papers(dispute, entries: list[Entry] | None = None) -> list[str]:
    """What the dossier still lacks, as sentences; none when it is complete. `entries` are its lines, if at hand."""
    entries = dossier_of(dispute) if entries is None else entries
    unsigned = [entry.kind.label for entry in entries if entry.status == PaperStatus.UNSIGNED]
    found = [_("传回“{paper}”的签字页，或者勾选纸质原件已入卷").format(paper=paper) for paper in unsigned]
    if not hasattr(dispute, "dossier"):
        found.append(_("在卷宗页立卷，编好卷号"))
    return found


def _is_offered(kind: Paper, course: Course) -> bool:
    if kind in course.filed or _NEEDED[kind](course):
        return True
    if kind in _FORMS and course.drafted == _FORMS[kind]:
        return True
    if kind in _WITH_AGREEMENT:
        return bool(course.agreed)
    return kind not in _ONLY_WHEN_NEEDED


def _entry(kind: Paper, course: Course) -> Entry:
    filed, is_needed = course.filed.get(kind), _NEEDED[kind](course)
    return Entry(kind, _status(kind, filed, is_needed), is_needed, filed)


def _status(kind: Paper, filed, is_needed: bool) -> PaperStatus:
    if filed or (is_needed and kind not in SIGNED):
        return PaperStatus.THERE
    return PaperStatus.UNSIGNED if is_needed else PaperStatus.OPTIONAL
