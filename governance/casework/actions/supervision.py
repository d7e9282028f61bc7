"""督办, 预警函 and 领导包案: what is said to the office that has a case, and who at the top answers for it."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.areas.models import Area, AreaLevel
from governance.audit.actions import record
from governance.casework.actions.cases import check_version, draw_number
from governance.casework.enums import Grade, Right
from governance.casework.models import Case, Supervision, WarningLetter
from governance.casework.notifying import Message, notify
from governance.casework.offices import Offices
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import Post, User

LETTERS = ("letter", "Y")  # the series of letters of warning and its letter within the number


@transaction.atomic
def supervise_case(
    case: Case,
    *,
    by: User,
    demand: str,
    grade: int = Grade.NORMAL,
    reply_by: date | None = None,
    version: int | None = None,
) -> Supervision:
    """督办 by an officer above the office that has the case: what is asked, and by when it is answered."""
    office = _hold_open(case, version)
    _demand_above(by, case, office)
    if reply_by is not None and reply_by < today():
        raise Refused("reply_in_past", _("答复期限不能早于今天，请重新填写。"))
    given = Supervision(case=case, grade=grade, demand=demand, reply_by=reply_by, given_by=by)
    given.place_in(office)
    given.full_clean(exclude=["area_code"])
    given.save()
    case.grade = max(case.grade, grade)
    case.save(update_fields=["grade"])
    case.note("supervise", by=by, note=_graded(given) + demand)
    record("casework.supervise", by=by, subject=case, after={"grade": grade, "office": office.code})
    _tell(case, "case.supervised", given.pk, office, gettext_lazy("收到督办，请按要求答复。"))
    return given


@transaction.atomic
def answer_supervision(given: Supervision, *, by: User, answer: str) -> None:
    """整改说明 by the office that is meant; until it is lifted it may say more."""
    _demand_own(by, given.area)
    held = Supervision.objects.select_for_update().get(pk=given.pk)
    if held.lifted_on is not None:
        raise Refused("lifted", _("这份督办已经解除，不用再答复。"))
    _demand_words(answer, _("请写明原因和整改情况，再提交。"))
    given.answer, given.answered_on, given.answered_by = answer, today(), by
    given.save(update_fields=["answer", "answered_on", "answered_by"])
    given.case.note("answer", by=by, note=answer)
    record("casework.answer", by=by, subject=given.case, after={"supervision": given.pk})


@transaction.atomic
def lift_supervision(given: Supervision, *, by: User, reason: str) -> None:
    """解除督办, for a reason; the case keeps the highest grade still open."""
    case = Case.objects.select_for_update().get(pk=given.case_id)
    _demand_above(by, case, given.area)
    held = Supervision.objects.select_for_update().get(pk=given.pk)
    if held.lifted_on is not None:
        raise Refused("lifted", _("这份督办已经解除。请刷新页面查看最新进展。"))
    _demand_words(reason, _("解除督办要写明理由，请补充后再提交。"))
    given.lifted_on, given.lifted_by, given.lift_reason = today(), by, reason[:500]
    given.save(update_fields=["lifted_on", "lifted_by", "lift_reason"])
    still = case.supervisions.open().order_by("-grade").values_list("grade", flat=True).first()
    case.grade = still or Grade.NORMAL
    case.save(update_fields=["grade"])
    case.note("lift", by=by, note=_graded(given) + reason)
    record(
        "casework.lift",
        by=by,
        subject=case,
        after={"supervision": given.pk, "grade": case.grade},
        reason=reason,
    )


@transaction.atomic
def send_warning(case: Case, *, by: User, text: str) -> WarningLetter:
    """预警函 to the head of the office that has the case."""
    office = _office(case)
    letter = WarningLetter(case=case, number=draw_number(case.area, *LETTERS), text=text, sent_by=by)
    letter.place_in(office)
    letter.full_clean(exclude=["area_code"])
    letter.save()
    case.note("warn", by=by, note=letter.number)
    record("casework.warn", by=by, subject=case, after={"letter": letter.number, "office": office.code})
    _tell(case, "case.warned", letter.pk, office, gettext_lazy("收到预警函，请签收并书面答复。"))
    return letter


@transaction.atomic
def read_letter(letter: WarningLetter, *, by: User) -> None:
    """签收: somebody of the office has read it; the first who did stays."""
    _demand_own(by, letter.area)
    read = WarningLetter.objects.filter(pk=letter.pk, read_at__isnull=True)
    if read.update(read_at=timezone.now(), read_by=by):
        record("casework.read_letter", by=by, subject=letter.case, after={"letter": letter.number})


@transaction.atomic
def answer_letter(letter: WarningLetter, *, by: User, answer: str) -> None:
    """答复预警函: what the office does about it."""
    _demand_own(by, letter.area)
    _demand_words(answer, _("请写明怎么处置，再提交。"))
    if letter.read_at is None:
        letter.read_at, letter.read_by = timezone.now(), by
    letter.answer, letter.answered_on, letter.answered_by = answer, today(), by
    letter.save(update_fields=["answer", "answered_on", "answered_by", "read_at", "read_by"])
    letter.case.note("answer", by=by, note=answer)
    record("casework.answer_letter", by=by, subject=letter.case, after={"letter": letter.number})


@transaction.atomic
def appoint_lead(case: Case, *, by: User, post: Post, note: str = "", version: int | None = None) -> None:
    """领导包案: the seat of a leading official that answers for the case to the end."""
    _hold_open(case, version)
    if not by.may(Right.DISPATCH, case.area_code):
        raise PermissionDenied
    if Right.LEAD not in post.role.rights or not case.area_code.startswith(post.area_code):
        raise Refused("not_a_lead", _("这个岗位不能包这件事，请选事发地的分管领导或上级领导。"))
    case.lead_post = post
    case.save(update_fields=["lead_post"])
    with office_language():
        words = _("由{post}包案。").format(post=post)
    case.note("lead", by=by, note=words + note)
    record("casework.lead", by=by, subject=case, after={"post": post.pk}, reason=note)
    notify([Message(case, "case.lead", f"{case.number} {today():%Y%m%d}", words, area=post.area, post=post)])


def is_above(user: User, office_code: str) -> bool:
    """Whether a seat of the user supervises an office: one above it, or of the top level itself."""
    top = AreaLevel.objects.order_by("code_width").values_list("code_width", flat=True).first()
    return any(
        office_code.startswith(seat.area_code)
        and (len(seat.area_code) < len(office_code) or len(office_code) == top)
        for seat in user.seats
        if Right.SUPERVISE in seat.rights
    )


def sits_in(user: User, office: Area) -> bool:
    """Whether a seat of the user belongs to the very office."""
    return any(seat.area_id == office.pk for seat in user.seats)


def _hold_open(case: Case, version: int | None) -> Area:
    """Lock an open case, seen as it is now; answers the office that has it."""
    case.refresh_from_db(from_queryset=Case.objects.select_for_update(of=("self",)).select_related("area"))
    check_version(case, version)
    if case.closed_on is not None:
        raise Refused("closed", _("这件事已经结案。有反复的先重新办理，再督办。"))
    return _office(case)


def _office(case: Case) -> Area:
    owner = case.owner_area or case.area
    return Offices([owner.code]).office_of(owner.code) or owner


def _demand_above(by: User, case: Case, office: Area) -> None:
    if not by.may(Right.SUPERVISE, case.area_code):
        raise PermissionDenied
    if not is_above(by, office.code):
        raise Refused("not_above", _("现在由{office}承办，要由上级单位督办或解除。").format(office=office))


def _demand_own(by: User, office: Area) -> None:
    if not by.may(Right.ANSWER, office.code):
        raise PermissionDenied
    if not sits_in(by, office):
        raise Refused("not_your_office", _("这是发给{office}的，由该单位答复。").format(office=office))


def _demand_words(text: str, sentence: str) -> None:
    if not text.strip():
        raise Refused("reason_required", sentence)


def _graded(given: Supervision) -> str:
    with office_language():
        label = given.get_grade_display() if given.grade else _("普通督办")
        return _("{grade}（{office}）：").format(grade=label, office=given.area)


def _tell(case: Case, kind: str, pk: int, office: Area, words: str) -> None:
    """By number and kind alone: an inbox must not say more of a case than its page would."""
    with office_language():
        body = _("{kind} {number}：{words}").format(
            kind=case.get_kind_display(), number=case.number, words=words
        )
    notify([Message(case, kind, f"{case.number} {pk}", body, area=office)])
