"""The agreement of a series, filled for one household or for hundreds."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.rights import Right
from disputes.enums.series import MOST_PAPERS
from disputes.models import Series, SeriesMember
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.people.models import User


@transaction.atomic
def take_agreements(series: Series, members, *, by: User) -> list[SeriesMember]:
    """The households whose agreements are made now. Whole names leave the portal: the trail says how many."""
    if not by.may(Right.MEDIATE, series.area_code):
        raise PermissionDenied
    if not series.agreement_text.strip():
        raise Refused("no_template", _("还没有协议模板，请先在“修改、协议模板”里写好。"))
    chosen = list(members.filter(series=series).order_by("pk")[: MOST_PAPERS + 1])
    if not chosen:
        raise Refused("nothing_chosen", _("没有选择任何一户，请先勾选。"))
    if len(chosen) > MOST_PAPERS:
        raise Refused("too_many", _("一次最多生成 {} 份协议书，请分批生成。").format(MOST_PAPERS))
    record("series.take_agreements", by=by, subject=series, after={"households": len(chosen)})
    return chosen
