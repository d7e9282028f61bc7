"""The registers of Party work that come and go as files."""

from types import SimpleNamespace

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.files.layouts import TableLayout
from governance.party.enums import Right
from governance.party.filters import PartnerFilter
from governance.party.models import Partner
from governance.party.tables.ledger import PARTNER_COLUMNS, PartnerLedger
from governance.people.models import User


def _partners(user: User, query: str) -> QuerySet:
    """The rows of the list as the list itself filters them."""
    rows = Partner.objects.for_user(user)
    found = PartnerFilter(QueryDict(query), queryset=rows, request=SimpleNamespace(user=user))
    if not found.is_valid():
        raise BadRequest(_("筛选条件有误，请回到列表重新筛选后再导出。"))
    return found.qs


LAYOUTS = (
    TableLayout(
        key="partners",
        title=gettext_lazy("共建单位名册"),
        right=Right.BUILD,
        view_right=Right.VIEW,
        columns=PARTNER_COLUMNS,
        ledger=PartnerLedger,
        page="party:partner_list",
        rows=_partners,
    ),
)
