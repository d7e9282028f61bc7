"""The lists behind the figures of housing delivery: each is drawn from the columns of its file."""

from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.filters.housing import DeliveryFilter, MilestoneFilter, PayoutFilter, QuestionFilter
from deeds.models import HousingDelivery, Milestone, Payout, PurchaserQuestion
from deeds.tables import housing as tables
from governance.kernel.pages import ListPage


class LedgerPage(ListPage):
    """A table with the columns of `layout`; each row opens its project's page named `opens`."""

    required_right = Right.VIEW
    template_name = "deeds/housing_ledger.html"
    rows_template = "deeds/_housing_ledger_rows.html"
    title = ""
    opens = "deeds:housing_money"

    def context(self, request, filtered, page):
        shown = {"title": self.title, "columns": self.layout.columns, "opens": self.opens}
        shown["lines"] = [(row, self._cells(row)) for row in page or ()]
        return super().context(request, filtered, page) | shown

    def _cells(self, row) -> list[str]:
        """All but the first, which is the link."""
        values = {name: getattr(row, name) for name in self.layout.fields}
        return [column.text(values) for column in self.layout.columns[1:]]


class MilestoneList(LedgerPage):
    filterset_class = MilestoneFilter
    order = ("planned_on", "id")
    layout = tables.MILESTONES
    title = _("楼栋节点")
    opens = "deeds:housing_detail"

    def rows_for(self, user):
        return Milestone.objects.for_user(user).for_list()


class PayoutList(LedgerPage):
    filterset_class = PayoutFilter
    order = ("-requested_on", "-id")
    layout = tables.PAYOUTS
    title = _("资金拨付")

    def rows_for(self, user):
        return Payout.objects.for_user(user).for_list()


class DeliveryList(LedgerPage):
    filterset_class = DeliveryFilter
    order = ("planned_on", "id")
    layout = tables.DELIVERIES
    title = _("交付批次")

    def rows_for(self, user):
        return HousingDelivery.objects.for_user(user).for_list()


class QuestionList(LedgerPage):
    filterset_class = QuestionFilter
    order = ("-asked_on", "-id")
    layout = tables.QUESTIONS
    title = _("购房人提问")
    opens = "deeds:housing_buyers"

    def rows_for(self, user):
        return PurchaserQuestion.objects.for_user(user).for_list()
