"""Partners as a file: a new unit comes with its first agreement; what an agreement says is changed on its page."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg2.extras import DateRange

from governance.files.enums import RowAction
from governance.files.ledgers import Entry, Ledger, written_row
from governance.kernel.days import today
from governance.kernel.identity import validate_uscc
from governance.kernel.images import put_in
from governance.kernel.workbooks.cells import (
    ChoiceColumn,
    CodeColumn,
    DateColumn,
    PhoneColumn,
    TextColumn,
)
from governance.party.enums import PartnerKind, Right
from governance.party.models import Partner, PartnerAgreement

_COMMUNITY = gettext_lazy("12 位社区代码")
PARTNER_COLUMNS = (
    CodeColumn("area", gettext_lazy("社区代码"), required=True, digits=True, width=18, hint=_COMMUNITY),
    TextColumn("name", gettext_lazy("单位名称"), required=True, longest=100, width=26),
    ChoiceColumn("kind", gettext_lazy("类型"), required=True, labels=dict(PartnerKind.choices)),
    CodeColumn("uscc", gettext_lazy("统一社会信用代码"), width=22),
    DateColumn("signed_on", gettext_lazy("签约日期"), required=True),
    TextColumn("number", gettext_lazy("协议编号"), required=True, longest=40, width=18),
    TextColumn("purpose", gettext_lazy("共建内容"), required=True, longest=200, width=36),
    DateColumn("due_on", gettext_lazy("到期日期"), required=True),
    TextColumn("contact", gettext_lazy("联系人"), longest=40, sealed=True),
    PhoneColumn("phone", gettext_lazy("联系电话"), sealed=True),
)  # fmt: skip
SAID = ("number", "purpose", "due_on")


class PartnerLedger(Ledger):
    """Known by name within its community."""

    model = Partner
    right = Right.BUILD

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        names = {row.values.get("name") for row in rows}
        lasting = Partner.objects.within(self.area.code).filter(name__in=names, ended_on__isnull=True)
        known = list(self.locked(lasting))
        self.known = {(partner.area_id, partner.name): partner for partner in known}
        running = PartnerAgreement.objects.running_on(today()).filter(partner__in=known)
        self.agreements = {agreement.partner_id: agreement for agreement in running}

    def key(self, row):
        area, name = row.values.get("area"), row.values.get("name")
        return (area, name) if area and name else None

    def check(self, row):
        self.check_area(row, "area", ("community",))
        given = row.values
        if given.get("uscc"):
            try:
                validate_uscc(given["uscc"])
            except ValidationError as wrong:
                row.fault(self.titles["uscc"], " ".join(wrong.messages))
        if given.get("signed_on") and given["signed_on"] > today():
            row.fault(self.titles["signed_on"], _("签约日期还没有到，请在签约后登记。"))
        if given.get("due_on") and given.get("signed_on") and given["due_on"] <= given["signed_on"]:
            row.fault(self.titles["due_on"], _("到期日期须晚于签约日期。"))
        if partner := self._found(row):
            self._check_agreement(row, self.agreements.get(partner.pk))

    def _check_agreement(self, row, agreement: PartnerAgreement | None) -> None:
        """A file must not say something else of an agreement than the portal does."""
        changed = [
            name for name in SAID if agreement is None or row.values.get(name) != getattr(agreement, name)
        ]
        changed += [
            name
            for name in PartnerAgreement.SEALED
            if row.values.get(name) and (agreement is None or not _same(agreement, name, row.values[name]))
        ]
        for name in changed:
            row.fault(self.titles[name], _("与现在的协议不一致，续签请在这个单位的页面办理"))

    def _found(self, row) -> Partner | None:
        area = self.areas.get(row.values.get("area"))
        return area and self.known.get((area.pk, row.values.get("name")))

    def entry(self, row):
        given = row.values
        values = {name: given[name] for name in ("name", "kind", "signed_on")}
        values |= {"uscc": given.get("uscc") or "", "area": self.areas[given["area"]]}
        return Entry(row, self._found(row), values)

    def write(self, entries):
        """The partners, and an agreement for each that is new."""
        written = super().write(entries)
        ids = {line.row_number: line.object_id for line in written if line.action == RowAction.NEW}
        fresh = [entry for entry in entries if entry.action == RowAction.NEW]
        made = [_agreement(ids[entry.row.number], entry.row.values) for entry in fresh]
        put_in(made)
        return written + [
            written_row(entry, PartnerAgreement.objects.get(pk=agreement.pk), RowAction.NEW)
            for entry, agreement in zip(fresh, made, strict=True)
        ]

    @classmethod
    def export(cls, rows, *, unmasked):
        rows = rows.order_by(*cls.ORDER).select_related("area")
        running = PartnerAgreement.objects.running_on(today()).filter(partner__in=rows.values("pk"))
        agreements = {agreement.partner_id: agreement for agreement in running}
        for row in rows.iterator(2000):
            said = {name: getattr(row, name) for name in ("name", "kind", "uscc", "signed_on")}
            yield said | {"area": row.area.code} | _said(agreements.get(row.pk), unmasked)


def _agreement(partner: int, given: dict) -> PartnerAgreement:
    said = {name: given[name] for name in SAID}
    agreement = PartnerAgreement(partner_id=partner, valid=DateRange(given["signed_on"], None), **said)
    for name in PartnerAgreement.SEALED:
        agreement.seal_value(name, given.get(name) or "")
    return agreement


def _same(agreement: PartnerAgreement, name: str, given: str) -> bool:
    return given in (getattr(agreement, f"{name}_masked"), agreement.open_value(name))


def _said(agreement: PartnerAgreement | None, unmasked: bool) -> dict:
    if agreement is None:
        return {}
    sealed = {
        name: agreement.open_value(name) if unmasked else getattr(agreement, f"{name}_masked")
        for name in PartnerAgreement.SEALED
    }
    return {name: getattr(agreement, name) for name in SAID} | sealed
