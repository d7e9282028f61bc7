"""Whether disputes have parties, and agreements what the law asks of them."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from disputes.actions.retention import receptions_over
from disputes.enums.mediation import AgreementForm
from disputes.models import Agreement, AgreementParty, Dispute
from governance.kernel.checking import Check, Severity

GRACE = timedelta(days=2)  # nights the forgetting sweep may miss


def _written() -> models.QuerySet:
    return Agreement.objects.effective().filter(form=AgreementForm.WRITTEN)


def _without_term(day: date):
    """Neither words on how and by when, nor a schedule."""
    return _written().filter(term="", obligations__isnull=True)


def _unsigned(day: date):
    """A written agreement takes effect when every party has signed (人民调解法 第29、30条)."""
    lacking = AgreementParty.objects.filter(agreement=OuterRef("pk"), signed_on__isnull=True)
    return _written().filter(Exists(lacking))


def _without_party(day: date):
    return Dispute.objects.filter(parties__isnull=True, case__accepted_on__isnull=False)


def _number(case: str) -> models.Case:
    """A restricted case is counted; which one it is, its own lists say to whoever may see it."""
    shown = models.When(**{f"{case}__is_restricted": False}, then=f"{case}__number")
    return models.Case(shown, default=models.Value(""))


def _page(case: str) -> dict:
    return {
        "noun": _("纠纷"),
        "label": _number(case),
        "area": f"{case}__area_code",
        "page": "disputes:case_detail",
        "target": _number(case),
    }


CHECKS = (
    Check(
        code="agreement-no-term",
        title=_("书面协议没有写履行期限"),
        explains=_("生效的书面协议，既没有写履行方式和期限，也没有逐条的履行计划，到期无从督促。"),
        mend=_("与当事人补充约定，登记履行计划。"),
        severity=Severity.WARNING,
        rows=_without_term,
        **_page("dispute__case"),
    ),
    Check(
        code="agreement-unsigned",
        title=_("书面协议已生效，有当事人没有签名"),
        explains=_("书面协议自各方当事人签名、调解员签名并盖章之日起生效，缺签名的效力存疑。"),
        mend=_("补登签名日期；确实没有签的，改正生效日期。"),
        severity=Severity.WARNING,
        rows=_unsigned,
        **_page("dispute__case"),
    ),
    Check(
        code="dispute-no-party",
        title=_("已受理的纠纷没有当事人"),
        explains=_("没有当事人的纠纷查不到重复和关联，也出不了文书。"),
        mend=_("补登当事人。"),
        severity=Severity.NOTE,
        rows=_without_party,
        **_page("case"),
    ),
    Check(
        code="reception-kept",
        title=_("来访登记的个人信息过了保存期"),
        explains=_("保存期满的个人信息每夜自动删除。过期两天以上还在，说明删除任务停了。"),
        mend=_("请系统管理员检查后台任务是否在运行。"),
        severity=Severity.SERIOUS,
        rows=lambda day: receptions_over(day - GRACE),
        noun=_("来访登记"),
    ),
)
