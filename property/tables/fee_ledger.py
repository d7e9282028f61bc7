"""Fees of projects as a file."""

import re
from datetime import date

from django.utils.translation import gettext as _

from governance.files.ledgers import Entry
from property.models import ProjectFee, PropertyContract
from property.models.fees import quarter_label
from property.rules.fees import wrong_quarter
from property.tables.of_compounds import OfCompoundLedger

_QUARTER = re.compile(r"([0-9]{4})-?[Qq]([1-4])")


class FeeLedger(OfCompoundLedger):
    """Known by compound and quarter; the contract is the one that ran then."""

    model = ProjectFee
    ORDER = ("area_code", "quarter_on", "pk")

    def look_up(self, rows):
        super().look_up(rows)
        contracts = [contract.pk for found in self.contracts.values() for contract in found]
        fees = self.locked(ProjectFee.objects.filter(contract__in=contracts))
        self.known = {(fee.contract_id, fee.quarter_on): fee for fee in fees}

    def key(self, row):
        place = (row.values.get("area"), row.values.get("compound"), _quarter_on(row))
        return None if None in place else place

    def check(self, row):
        super().check(row)
        quarter_on = _quarter_on(row)
        if row.values.get("quarter") and quarter_on is None:
            row.fault(self.titles["quarter"], _("季度写成 2026-Q3 这样"))
        if (row.values.get("received_yuan") or 0) > (row.values.get("due_yuan") or 0):
            row.fault(self.titles["received_yuan"], _("实收不能超过应收，请核对"))
        if not row.faults and quarter_on and len(self._running(row)) != 1:
            row.fault(self.titles["quarter"], self._sentence(row, quarter_on))

    def _running(self, row) -> list[PropertyContract]:
        quarter_on = _quarter_on(row)
        return [contract for contract in self.around(row) if not wrong_quarter(contract, quarter_on)]

    def _sentence(self, row, quarter_on: date) -> str:
        if self._running(row):
            return _("这个季度换过合同，请在各自的项目页面登记")
        contracts = self.around(row)
        return wrong_quarter(contracts[-1], quarter_on) if contracts else _("这个小区没有物业合同")

    def entry(self, row):
        contract, quarter_on = self._running(row)[0], _quarter_on(row)
        values = {name: row.values[name] for name in ("due_yuan", "received_yuan")}
        own = {"contract": contract, "quarter_on": quarter_on, "area": contract.area}
        return Entry(row, self.known.get((contract.pk, quarter_on)), values | own)

    @classmethod
    def export(cls, rows, *, unmasked):
        rows = rows.order_by(*cls.ORDER).select_related("contract__compound__area")
        for row in rows.iterator(2000):
            compound = row.contract.compound
            yield {
                "area": compound.area.code,
                "compound": compound.name,
                "quarter": quarter_label(row.quarter_on),
                "due_yuan": row.due_yuan,
                "received_yuan": row.received_yuan,
            }


def _quarter_on(row) -> date | None:
    found = _QUARTER.fullmatch(row.values.get("quarter", "").strip())
    return date(int(found[1]), int(found[2]) * 3 - 2, 1) if found and int(found[1]) else None
