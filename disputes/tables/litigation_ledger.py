"""The court figures as a register that comes and goes as a file."""

from django.utils.translation import gettext as _

from disputes.enums.rights import Right
from disputes.models import LitigationCorrection, LitigationFigure
from disputes.models.litigation import COUNTED
from governance.files.enums import RowAction
from governance.files.ledgers import Entry, Ledger
from governance.kernel.days import month_start, today
from governance.kernel.wording import office_language


class LitigationLedger(Ledger):
    """One row a county and month. A changed row is a correction and keeps what stood there."""

    model = LitigationFigure
    ORDER = ("area_code", "month")
    right = Right.LITIGATION

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        known = self.locked(LitigationFigure.objects.within(self.area.code))
        months = {month_start(month) for row in rows if (month := row.values.get("month"))}
        self.known = {(found.area_id, found.month): found for found in known.filter(month__in=months)}

    def key(self, row):
        area, month = row.values.get("area"), row.values.get("month")
        return (area, month_start(month)) if area and month else None

    def check(self, row):
        self.check_area(row, "area", ("county",))
        month = row.values.get("month")
        if month and month > today():
            row.fault(self.titles["month"], _("这个月还没有到，请核对"))

    def entry(self, row):
        area, month = self.areas[row.values["area"]], month_start(row.values["month"])
        return Entry(row, self.known.get((area.pk, month)), row.values | {"area": area, "month": month})

    def write(self, entries):
        with office_language():
            reason = _("导入更正")
        LitigationCorrection.objects.bulk_create(
            LitigationCorrection(
                figure=entry.found,
                reason=reason,
                replaced_by=self.by,
                **{name: getattr(entry.found, name) for name in (*COUNTED, "source")},
            )
            for entry in entries
            if entry.action == RowAction.CHANGED
        )
        return super().write(entries)

    @classmethod
    def export(cls, rows, *, unmasked):
        for row in rows.order_by(*cls.ORDER).select_related("area").iterator(2000):
            said = {name: getattr(row, name) for name in (*COUNTED, "month", "source")}
            yield said | {"area": row.area.code}
