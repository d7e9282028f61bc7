"""A resident looks up a matter by its code, and has the last word on it."""

import hmac
from dataclasses import dataclass

from django.core import signing
from django.utils.translation import gettext as _

from governance.casework.enums import Kind
from governance.casework.models import Case
from governance.kernel.errors import Refused
from grids.actions.suggestions import tail_index
from grids.actions.tries import count_try, forgive_try
from grids.enums.public import PASS_LIVES, RECEIPT_LIVES, TryPurpose
from grids.models import ResidentReport, Suggestion

SALT = "grids.progress"
RECEIPT_SALT = "grids.receipt"


@dataclass(frozen=True)
class Matter:
    """What a code leads to: a case, with the report it came by if there is one, or a 投诉建议."""

    code: str
    case: Case | None = None
    report: ResidentReport | None = None
    suggestion: Suggestion | None = None
    has_phone: bool = False

    @property
    def is_reporters(self) -> bool:
        """Whether who asks reported the event: by themselves, or through somebody who noted their telephone."""
        if self.report is not None:
            return True
        return self.case is not None and self.case.kind == Kind.EVENT and self.has_phone

    @property
    def key(self) -> str:
        """What lets its holder answer on the page, for a while: proof that code and digits were right."""
        return signing.dumps(self.code, salt=SALT)


def look_up(code: str, tail: str) -> Matter:
    """The matter of a code whose last four digits are right, or that knows no telephone.

    An unknown code and wrong digits are one and the same refusal. Every try counts for the sender and for the
    code until it turns out right, so trying in parallel gains nothing.
    """
    count_try(TryPurpose.LOOK_UP)
    count_try(TryPurpose.CODE, code)
    matter = _find(code)
    if matter is None or not _fits(matter, tail):
        raise Refused(
            "no_such_matter", _("查询码和手机号后四位对不上，请核对后再试。上报时没有留电话的，后四位不填。")
        )
    forgive_try(TryPurpose.LOOK_UP)
    forgive_try(TryPurpose.CODE, code)
    return matter


def open_matter(key: str) -> Matter:
    """The matter whose page somebody was shown a while ago."""
    try:
        code = signing.loads(key, salt=SALT, max_age=PASS_LIVES)
    except signing.BadSignature as error:
        raise Refused("page_too_old", _("这个页面打开太久了，请重新查一次进度。")) from error
    matter = _find(code)
    if matter is None:
        raise Refused("page_too_old", _("这件事查不到了，请重新查一次进度。"))
    return matter


def _find(code: str) -> Matter | None:
    report = ResidentReport.objects.select_related("event__main", "reporter").filter(public_code=code).first()
    if report:
        event = report.event.main or report.event
        return Matter(code, case=_case(pk=event.pk), report=report, has_phone=report.has_phone)
    suggestion = Suggestion.objects.select_related("area").filter(public_code=code).first()
    if suggestion:
        return Matter(code, suggestion=suggestion, has_phone=bool(suggestion.tail_index))
    case = _case(public_code=code)
    return Matter(code, case=case, has_phone=bool(_phones(case))) if case else None


def _case(**which) -> Case | None:
    rows = Case.objects.select_related("area", "owner_area", "owner_post__role", "owner_post__area")
    return rows.filter(**which).first()


def _phones(case: Case) -> list[str]:
    return [phone for phone in case.of_kind.phones(case) if len(phone) >= 4] if case.of_kind else []


def _fits(matter: Matter, tail: str) -> bool:
    if not matter.has_phone:
        return True
    if not tail:
        return False
    if matter.report:
        return matter.report.reporter.answers_to(tail)
    if matter.suggestion:
        return hmac.compare_digest(matter.suggestion.tail_index, tail_index(matter.code, tail))
    return any(hmac.compare_digest(phone[-4:].encode(), tail.encode()) for phone in _phones(matter.case))


def report_of(key: str) -> ResidentReport | None:
    """The report of a receipt shown a while ago; None for a key that is false or too old."""
    try:
        pk = signing.loads(key, salt=RECEIPT_SALT, max_age=RECEIPT_LIVES)
    except signing.BadSignature:
        return None
    rows = ResidentReport.objects.select_related("event__case", "reporter", "code", "area")
    return rows.filter(pk=pk).first()
