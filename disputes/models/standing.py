"""What stands of the disputes of the last year on a day: performance, confirmation, groups, what came back.

These look at rows beside the case, so no row of its own says what it counts for: they are stocks, not facts.
"""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, TextChoices
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import PartyRole, Scale
from disputes.enums.mediation import AgreementForm
from disputes.models.agreement import Agreement, Obligation
from disputes.models.confirmation import JudicialConfirmation
from disputes.models.dispute import Dispute, DisputeQuerySet
from disputes.models.party import Party
from disputes.models.safety import PoliceReport
from governance.casework.enums import Outcome

YEAR = timedelta(days=364)
AGAIN_WITHIN = timedelta(days=365)


class Standing(TextChoices):
    """The names the list knows them by."""

    HANDLED = "handled", _("近一年受理")
    PERFORMANCE_DUE = "performance_due", _("协议应履行")
    PERFORMED = "performed", _("协议已履行")
    CONFIRMABLE = "confirmable", _("可以申请司法确认")
    CONFIRMED = "confirmed", _("已司法确认")
    GROUP = "group", _("群体性纠纷")
    CRIMINAL = "criminal", _("报告公安机关的纠纷")
    AGAIN = "again", _("当事人再次申请")


def _within(day: date) -> tuple[date, date]:
    return day - YEAR, day


def _handled(day: date) -> Q:
    return Q(case__accepted_on__range=_within(day))


def _has_due(day: date, **more) -> Exists:
    due = Obligation.objects.filter(
        agreement__dispute=OuterRef("pk"), released_on=None, due_on__range=_within(day), **more
    )
    return Exists(due)


def _performed(day: date) -> Q:
    late = Obligation.objects.filter(
        Q(performed_on=None) | Q(performed_on__gt=day),
        agreement__dispute=OuterRef("pk"), released_on=None, due_on__range=_within(day),
    )  # fmt: skip
    return Q(_has_due(day)) & ~Q(Exists(late))


def _confirmable(day: date) -> Q:
    written = Agreement.objects.filter(
        dispute=OuterRef("pk"), form=AgreementForm.WRITTEN, effective_on__range=_within(day)
    )
    barred = Q(category__bars_confirmation=True) | Q(category__parent__bars_confirmation=True)
    return Q(Exists(written)) & Q(case__outcome=Outcome.RESOLVED) & ~barred


def _confirmed(day: date) -> Q:
    ruled = JudicialConfirmation.objects.filter(
        agreement__dispute=OuterRef("pk"),
        agreement__effective_on__range=_within(day),
        is_confirmed=True,
        decided_on__lte=day,
    )
    return _confirmable(day) & Q(Exists(ruled))


def _group(day: date) -> Q:
    return _handled(day) & Q(scale__in=(Scale.GROUP, Scale.LARGE))


def _criminal(day: date) -> Q:
    told = PoliceReport.objects.annotate(told_on=TruncDate("reported_at"))
    return Q(Exists(told.filter(dispute=OuterRef("pk"), told_on__range=_within(day))))


def _again(day: date) -> Q:
    """The same applicant, by the same telephone, with an earlier dispute within twelve months."""
    applicants = Party.objects.filter(role=PartyRole.APPLICANT)
    accepted = OuterRef("dispute__case__accepted_on")
    earlier = applicants.filter(
        phone_index=OuterRef("phone_index"),
        dispute__case__accepted_on__lt=accepted,
        dispute__case__accepted_on__gte=accepted - AGAIN_WITHIN,
    )
    mine = applicants.filter(Exists(earlier), dispute=OuterRef("pk")).exclude(phone_index="")
    return _handled(day) & Q(Exists(mine))


_STANDING = {
    Standing.HANDLED: _handled,
    Standing.PERFORMANCE_DUE: lambda day: Q(_has_due(day)),
    Standing.PERFORMED: _performed,
    Standing.CONFIRMABLE: _confirmable,
    Standing.CONFIRMED: _confirmed,
    Standing.GROUP: _group,
    Standing.CRIMINAL: _criminal,
    Standing.AGAIN: _again,
}


def standing(rows: DisputeQuerySet, what: str, day: date) -> DisputeQuerySet:
    return rows.filter(_STANDING[what](day))


def disputes_standing(what: str):
    """The rows of a stock: a function of the day."""
    return lambda day: standing(Dispute.objects.all(), what, day)
