"""The households of a series as a file."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.enums.rights import Right
from disputes.models import Series, SeriesMember
from governance.files.ledgers import Entry, Ledger
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.workbooks.cells import MASK, CodeColumn, MoneyColumn, PhoneColumn, TextColumn

HOUSEHOLD_COLUMNS = (
    CodeColumn(
        "household", gettext_lazy("户"), required=True, longest=80, width=22, also=("户名", "户号", "门牌"),
        hint=gettext_lazy("如：3队12户、5号楼2单元301；同一系列案里不能重复"),
    ),
    TextColumn("name", gettext_lazy("姓名"), longest=40),
    PhoneColumn(
        "phone", gettext_lazy("电话"), sealed=True, width=16, hint=gettext_lazy("11 位手机号，或者带区号的座机")
    ),
    MoneyColumn(
        "due_cents", gettext_lazy("应付金额"), also=("应缴金额", "应缴/应付金额", "金额"),
        hint=gettext_lazy("以元为单位，如 1200.50"),
    ),
    MoneyColumn("paid_cents", gettext_lazy("已付金额"), also=("已缴金额",)),
    TextColumn("address", gettext_lazy("地址"), longest=120, width=30),
    TextColumn("note", gettext_lazy("备注"), longest=200, width=24),
)  # fmt: skip
_OWN = ("household", "name", "due_cents", "paid_cents", "address", "note")


class HouseholdLedger(Ledger):
    """Known by what the household is called; `target` is the series. A series is locked before its households."""

    model = SeriesMember
    ORDER = ("series", "pk")
    right = Right.MEDIATE

    def look_up(self, rows):
        found = Series.objects.filter(pk=self.target.pk)
        self.series = (found.select_for_update(of=("self",)) if self.locks else found).get()
        if self.series.closed_on:
            raise Refused("series_closed", _("系列案已经办结，不能再改。需要继续办理的，请先重新打开。"))
        names = {row.values.get("household") for row in rows}
        known = self.locked(self.series.members.filter(household__in=names - {None}))
        self.known = {member.household: member for member in known}

    def key(self, row):
        return row.values.get("household")

    def check(self, row):
        found = self.known.get(row.values.get("household"))
        self._check_name(row, found)
        due = row.values.get("due_cents", found and found.due_cents)
        if due is not None and row.values.get("paid_cents", 0) > due:
            row.fault(self.titles["paid_cents"], _("已付金额大于应付金额，请核对"))

    def _check_name(self, row, found: SeriesMember | None) -> None:
        """A household listed under somebody else's name is another household that is called the same."""
        name = row.values.get("name", "")
        if found is None or not name:
            if MASK in name:
                row.fault(self.titles["name"], _("打了星号的姓名无法识别，请填完整姓名"))
        elif found.name and name not in (found.name, found.shown_name):
            row.fault(
                self.titles["household"],
                _("系列案里已有这一户，登记的是另一人（{}），请核对户名").format(found.shown_name),
            )

    def entry(self, row):
        found = self.known.get(row.values["household"])
        values = {name: row.values[name] for name in _OWN if name in row.values}
        if found is not None and values.get("name") == found.shown_name:
            del values["name"]
        return Entry(row, found, values, self.sealed_changes(row, found))

    def write(self, entries):
        """Every row written counts as a change of the series, so that an older page is seen to be one."""
        if entries:
            self.series.version += 1
            self.series.save(update_fields=["version"])
        for entry in entries:
            entry.values |= {"version": self.series.version, "changed_on": today()}
        return super().write(entries)

    def build(self, entry):
        member = SeriesMember(series=self.series, **entry.values)
        for name in SeriesMember.SEALED:
            member.seal_value(name, entry.sealed.get(name, ""))
        return member

    @classmethod
    def export(cls, rows, *, unmasked):
        for row in rows.order_by(*cls.ORDER).iterator(2000):
            yield {name: getattr(row, name) for name in _OWN} | {
                "name": row.name if unmasked else row.shown_name,
                "phone": row.open_value("phone") if unmasked else row.phone_masked,
            }
