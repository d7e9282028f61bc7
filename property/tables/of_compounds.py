"""Rows of files that are about a compound and its contracts."""

from django.utils.translation import gettext as _

from governance.files.ledgers import Ledger
from grids.models import Compound
from grids.tables.territory_ledgers import PLACES_OF_COMPOUNDS
from property.enums import Right
from property.models import PropertyContract


class OfCompoundLedger(Ledger):
    """Rows that begin with a compound, known by name where it lies, and that need its contracts."""

    right = Right.MANAGE

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        names = {row.values.get("compound") for row in rows}
        found = (
            Compound.objects.within(self.area.code).filter(name__in=names).select_related("area__successor")
        )
        self.compounds = {(compound.area.code, compound.name): compound for compound in found}
        contracts = self._contracts().filter(compound__in=found).select_related("area", "company", "compound")
        self.contracts: dict[int, list[PropertyContract]] = {}
        for contract in contracts.order_by("pk"):
            self.contracts.setdefault(contract.compound_id, []).append(contract)

    def _contracts(self):
        return PropertyContract.objects.all()

    def compound(self, row) -> Compound | None:
        return self.compounds.get((row.values.get("area"), row.values.get("compound")))

    def check(self, row):
        self.check_area(row, "area", PLACES_OF_COMPOUNDS)
        if not row.faults and self.compound(row) is None:
            row.fault(self.titles["compound"], _("这里没有这个小区，请先导入小区，或者核对名称"))

    def around(self, row) -> list[PropertyContract]:
        compound = self.compound(row)
        return self.contracts.get(compound.pk, []) if compound else []
