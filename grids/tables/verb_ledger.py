"""Registers whose new rows are written through a verb, one by one."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from governance.files.enums import RowAction
from governance.files.ledgers import Entry, Ledger, Written, written_row
from governance.kernel.errors import Refused


class VerbLedger(Ledger):
    """What a new row would be refused for is found by trying it. A subclass says with `act` what the verb makes."""

    forbidden = ""

    def act(self, entry: Entry) -> Sequence[models.Model]:
        """Call the verb for a new row; the rows it made."""
        raise AssertionError("a ledger of a verb acts")

    def prepare(self, rows):
        """The new rows are made on trial, all of the chunk together, and are gone again."""
        entries = super().prepare(rows)
        if self.locks:
            return entries
        with transaction.atomic():
            tried = [entry for entry in entries if entry.action != RowAction.NEW or self._try(entry)]
            transaction.set_rollback(True)
        return tried

    def _try(self, entry: Entry) -> bool:
        try:
            with transaction.atomic():
                self.act(entry)
        except Refused as refused:
            entry.row.fault(_("整行"), refused.message)
        except ValidationError as error:
            entry.row.fault(_("整行"), " ".join(error.messages))
        except PermissionDenied:
            entry.row.fault(_("整行"), str(self.forbidden))
        return not entry.row.faults

    def write(self, entries):
        written = [
            self._written(entry, made)
            for entry in entries
            if entry.action == RowAction.NEW
            for made in self.act(entry)
        ]
        return written + self._alter([entry for entry in entries if entry.action == RowAction.CHANGED])

    def _written(self, entry: Entry, made: models.Model) -> Written:
        made.refresh_from_db()
        return written_row(entry, made, RowAction.NEW)
