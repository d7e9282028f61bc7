"""Companies as a file."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from governance.files.ledgers import Entry, Ledger
from governance.kernel.identity import validate_uscc
from property.enums import Right
from property.models import PropertyCompany

PLACES_OF_COMPANIES = ("city", "county", "township", "community")


class CompanyLedger(Ledger):
    """Known by credit code. A file neither closes a company nor moves it."""

    model = PropertyCompany
    right = Right.MANAGE

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        codes = {_code(row) for row in rows}
        known = self.locked(PropertyCompany.objects.filter(uscc__in=codes)).select_related("area__successor")
        self.known = {company.uscc: company for company in known}

    def key(self, row):
        return _code(row) or None

    def check(self, row):
        self.check_area(row, "area", PLACES_OF_COMPANIES)
        found = self.known.get(_code(row))
        if found is not None and not row.faults and found.area.code != row.values["area"]:
            row.fault(self.titles["area"], _("这家企业登记在“{}”，请核对代码").format(found.area))
        try:
            validate_uscc(_code(row))
        except ValidationError as wrong:
            row.fault(self.titles["uscc"], wrong.messages[0])

    def entry(self, row):
        values = row.values | {"area": self.areas[row.values["area"]], "uscc": _code(row)}
        return Entry(row, self.known.get(values["uscc"]), values)

    @classmethod
    def export(cls, rows, *, unmasked):
        for row in rows.order_by(*cls.ORDER).select_related("area").iterator(2000):
            said = {name: getattr(row, name) for name in ("name", "uscc", "started_on")}
            yield said | {"area": row.area.code}


def _code(row) -> str:
    return row.values.get("uscc", "").upper()
