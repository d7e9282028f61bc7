"""Whether contracts and committees fit compounds, companies and seats."""

from datetime import date

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.kernel.checking import Check, Severity
from property.models import CommitteeMember, OwnersCommittee, PropertyContract


def _past_term(day: date):
    return OwnersCommittee.objects.term_ending_by(day, day)


def _apart_from_compound(day: date):
    return PropertyContract.objects.live_on(day).exclude(area=F("compound__area"))


def _with_ended_company(day: date):
    return PropertyContract.objects.live_on(day).filter(company__ended_on__lte=day)


def _without_seat(day: date):
    """A member of a committee sits in its body for just as long, so that nobody is typed twice."""
    members = CommitteeMember.objects.filter(valid__contains=day)
    return members.filter(Q(post__isnull=True) | ~Q(post__valid__contains=day))


_CONTRACT = {
    "noun": _("物业项目"), "label": "compound__name", "page": "property:project_detail", "target": "pk",
}  # fmt: skip
CHECKS = (
    Check(
        code="committee-term-over",
        title=_("业委会、物管会届满没有换届"),
        explains=_("任期已满，委员会还在履职，作出的决定容易有争议。"),
        mend=_("组织换届，登记新一届；或者登记解散。"),
        severity=Severity.WARNING,
        rows=_past_term,
        noun=_("小区"),
        label="compound__name",
        page="property:committee_detail",
        target="pk",
    ),
    Check(
        code="committee-seat",
        title=_("委员在任，任职登记里没有"),
        explains=_("在任的委员应当同时登记在任职里，交叉任职才数得到。"),
        mend=_("结束后重新登记这名委员。"),
        severity=Severity.NOTE,
        rows=_without_seat,
        noun=_("小区"),
        label="committee__compound__name",
        area="committee__area_code",
        page="property:committee_detail",
        target="committee",
    ),
    Check(
        code="contract-place",
        title=_("物业合同与小区不在同一区划"),
        explains=_("合同按小区所在区划统计。两边不同，覆盖率和清单就对不上。"),
        mend=_("请系统管理员改正合同的区划。"),
        severity=Severity.SERIOUS,
        rows=_apart_from_compound,
        **_CONTRACT,
    ),
    Check(
        code="contract-company-ended",
        title=_("物业企业已停止经营，合同还在履行"),
        explains=_("企业停止经营后，小区在册上有物业，实际没有人服务，却计入覆盖率。"),
        mend=_("终止合同，登记新的服务单位。"),
        severity=Severity.WARNING,
        rows=_with_ended_company,
        **_CONTRACT,
    ),
)
