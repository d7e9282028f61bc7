"""The registers of Party work that come and go as files."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from governance.files.layouts import TableLayout, filtered_rows
from governance.party.enums import Right
from governance.party.filters import PartnerFilter
from governance.party.models import Partner
from governance.party.tables.ledger import PARTNER_COLUMNS, PartnerLedger
from governance.people.models import User


def _partners(user: User, query: str) -> QuerySet:
    return filtered_rows(PartnerFilter, Partner.objects.for_user(user), user, query)


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
