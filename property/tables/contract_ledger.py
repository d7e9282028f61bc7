"""Contracts of projects as a file."""

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from governance.files.ledgers import Entry
from governance.kernel.workbooks.cells import MASK
from property.enums import ServiceMode
from property.models import PropertyCompany, PropertyContract
from property.tables.of_compounds import OfCompoundLedger

_PARTS = ("guard_count", "cleaner_count", "repairer_count")
_OWN = ("fee_cents", "number", "staff_count", *_PARTS)


class ContractLedger(OfCompoundLedger):
    """Known by compound and first day. A file neither ends nor renews a contract: that has verbs of its own."""

    model = PropertyContract

    def _contracts(self):
        return self.locked(PropertyContract.objects.all())

    def look_up(self, rows):
        super().look_up(rows)
        codes = {row.values.get("uscc", "").upper() for row in rows} - {""}
        companies = PropertyCompany.objects.filter(uscc__in=codes)
        self.companies = {company.uscc: company for company in companies}
        self.taken: dict[int, list[DateRange]] = {
            pk: [contract.valid for contract in found] for pk, found in self.contracts.items()
        }

    def key(self, row):
        place = tuple(row.values.get(name) for name in ("area", "compound", "starts_on"))
        return None if None in place else place

    def check(self, row):
        super().check(row)
        self._check_company(row)
        parts = sum(row.values.get(name) or 0 for name in _PARTS)
        if parts > (row.values.get("staff_count") or 0):
            row.fault(self.titles["staff_count"], _("秩序、保洁、维修三类人数相加超过总数，请核对"))
        if not row.faults:
            self._check_days(row)

    def _check_company(self, row) -> None:
        code = row.values.get("uscc", "").upper()
        company = self.companies.get(code)
        if code and company is None:
            row.fault(self.titles["uscc"], _("没有这个代码的物业企业，请先登记企业，或者核对代码"))
        elif company is None and row.values.get("mode") == ServiceMode.PROFESSIONAL:
            row.fault(self.titles["uscc"], _("专业物业的合同要写明物业企业"))
        elif company is not None:
            self.check_same(row, "company", company.name)
            begins = row.values.get("starts_on")
            if company.ended_on and begins and company.ended_on <= begins:
                row.fault(self.titles["uscc"], _("这家企业已于 {} 停止经营").format(company.ended_on))

    def _check_days(self, row) -> None:
        starts_on, ends_on = row.values["starts_on"], row.values.get("ends_on")
        if ends_on is not None and ends_on <= starts_on:
            row.fault(self.titles["ends_on"], _("届满日期要晚于开始日期"))
            return
        found = self.found(row)
        if found is not None:
            if found.valid.upper != ends_on:
                row.fault(self.titles["ends_on"], _("与系统中的合同期不一致，续签、终止请在项目页面办理"))
            return
        span, taken = DateRange(starts_on, ends_on), self.taken.setdefault(self.compound(row).pk, [])
        if any(_overlap(span, other) for other in taken):
            row.fault(self.titles["starts_on"], _("这个小区此期间已有物业合同，请先终止原合同或改日期"))
        else:
            taken.append(span)

    def found(self, row) -> PropertyContract | None:
        begins = row.values.get("starts_on")
        return next((contract for contract in self.around(row) if contract.valid.lower == begins), None)

    def entry(self, row):
        compound, found = self.compound(row), self.found(row)
        values = {name: row.values[name] for name in _OWN if name in row.values}
        if found is None:
            starts_on = row.values["starts_on"]
            values |= {
                "compound": compound,
                "company": self.companies.get(row.values.get("uscc", "").upper()),
                "mode": row.values["mode"],
                "valid": DateRange(starts_on, row.values.get("ends_on")),
                "area": compound.area,
                "manager_since": starts_on if row.values.get("manager") else None,
            }
        return Entry(row, found, values, self._sealed(row, found))

    def _sealed(self, row, found: PropertyContract | None) -> dict[str, str]:
        """Name and phone of the manager that a row gives anew; the masked text of what is there means that it stays."""
        changes = {}
        for name in PropertyContract.SEALED:
            given = row.values.get(name)
            if not given or (found is not None and given in self._present(found, name)):
                continue
            if MASK in given:
                row.fault(self.titles[name], _("打了星号的内容无法识别，请填完整，或者留空表示不改"))
            else:
                changes[name] = given
        return changes

    @staticmethod
    def _present(found: PropertyContract, name: str) -> tuple[str, str]:
        return getattr(found, f"{name}_masked"), found.open_value(name)

    @classmethod
    def export(cls, rows, *, unmasked):
        rows = rows.order_by(*cls.ORDER).select_related("area", "compound__area", "company")
        for row in rows.iterator(2000):
            said = {name: getattr(row, name) for name in ("mode", *_OWN)}
            for name in cls.model.SEALED:
                said[name] = row.open_value(name) if unmasked else getattr(row, f"{name}_masked")
            company = row.company
            yield said | {
                "area": row.compound.area.code,
                "compound": row.compound.name,
                "uscc": company.uscc if company else "",
                "company": company.name if company else "",
                "starts_on": row.valid.lower,
                "ends_on": row.valid.upper,
            }


def _overlap(one: DateRange, other: DateRange) -> bool:
    return (other.upper is None or one.lower < other.upper) and (one.upper is None or other.lower < one.upper)
