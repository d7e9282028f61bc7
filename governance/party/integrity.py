"""Whether the chain of organisations holds together."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from governance.kernel.checking import Check, Severity
from governance.party.models import PartyOrg, PartyOrgParent, PartyTerm


def _over_terms(day: date):
    return PartyTerm.objects.due_within(day, 0)


def _without_superior(day: date):
    """Beside the highest tier every organisation has one."""
    links = PartyOrgParent.objects.filter(org=OuterRef("pk"), valid__contains=day)
    return PartyOrg.objects.in_force(day).filter(~Exists(links), tier__position__gt=1)


def _below_the_dissolved(day: date):
    links = PartyOrgParent.objects.filter(org=OuterRef("pk"), valid__contains=day)
    return PartyOrg.objects.in_force(day).filter(Exists(links.filter(parent__dissolved_on__lte=day)))


def _in_closed_areas(day: date):
    """Where an area was merged, the organisation has to be merged or moved as well."""
    return PartyOrg.objects.in_force(day).filter(area__closed_on__lte=day)


_ORG = {"noun": _("党组织"), "label": "name", "page": "party:org_detail", "target": "pk"}
CHECKS = (
    Check(
        code="party-term-over",
        title=_("党组织届满没有换届"),
        explains=_("任期届满应当按期换届；延期要经上级批准。"),
        mend=_("登记换届，或者登记批准的延期。"),
        severity=Severity.WARNING,
        rows=_over_terms,
        noun=_("党组织"),
        label="org__name",
        area="org__area_code",
        page="party:org_detail",
        target="org",
    ),
    Check(
        code="party-no-superior",
        title=_("党组织没有上级"),
        explains=_("最高一级以外的党组织都有上级，没有上级的不在组织链里，覆盖率会漏掉它。"),
        mend=_("登记隶属关系。"),
        severity=Severity.WARNING,
        rows=_without_superior,
        **_ORG,
    ),
    Check(
        code="party-superior-gone",
        title=_("上级党组织已撤销"),
        explains=_("上级撤销后，下级应当改隶属或者一并撤销。"),
        mend=_("登记新的隶属关系。"),
        severity=Severity.WARNING,
        rows=_below_the_dissolved,
        **_ORG,
    ),
    Check(
        code="party-area-closed",
        title=_("党组织所在区划已撤销"),
        explains=_("区划撤并以后，党组织应当随之调整，否则不知道它管哪里。"),
        mend=_("登记撤销、合并，或者调整隶属。"),
        severity=Severity.WARNING,
        rows=_in_closed_areas,
        **_ORG,
    ),
)
