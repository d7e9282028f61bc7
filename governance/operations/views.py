from django.conf import settings

from governance.kernel.pages import ListPage
from governance.operations.enums import COUNTED_FOR, MOST_ROWS, Right
from governance.operations.filters import SlowStatementFilter
from governance.operations.models import SlowStatement
from governance.operations.tables import SLOW_STATEMENTS


class SlowStatementList(ListPage):
    """What the database took long over, the costliest first."""

    required_right = Right.VIEW
    filterset_class = SlowStatementFilter
    order = ("-seconds", "-id")
    template_name = "operations/slow_list.html"
    rows_template = "operations/_slow_rows.html"
    layout = SLOW_STATEMENTS

    def rows_for(self, user):
        return SlowStatement.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        kept = {"limit": settings.SLOW_STATEMENT_MS, "days": COUNTED_FOR.days, "most": MOST_ROWS}
        return super().context(request, filtered, page) | kept
