from governance.kernel.pages import ListPage
from property.enums import Right
from property.enums.projects import FEE_LOW_PERCENT
from property.filters.projects import ProjectFeeFilter
from property.models import ProjectFee
from property.tables.projects import FEES


class FeeList(ListPage):
    """Fees of projects by quarter; they are entered on the page of the project, or brought in as a file."""

    required_right = Right.VIEW
    filterset_class = ProjectFeeFilter
    order = ("-quarter_on", "-id")
    template_name = "property/fee_list.html"
    rows_template = "property/_fee_rows.html"
    layout = FEES

    def rows_for(self, user):
        return ProjectFee.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"fee_low_percent": FEE_LOW_PERCENT}
