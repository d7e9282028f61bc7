"""Ids for rows that are written by COPY: known before the rows are."""

from django.db import connection
from django.db.models import Model

from governance.kernel.copying import copy_rows

__all__ = ["Ids", "copy_rows"]


class Ids:
    """Ids for new rows of a table, counted on from the last; `settle` moves the table's own counter after them."""

    def __init__(self, model: type[Model]):
        self.model = model
        self.last = model._base_manager.order_by("-pk").values_list("pk", flat=True).first() or 0

    def __next__(self) -> int:
        self.last += 1
        return self.last

    def settle(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)",
                [self.model._meta.db_table, max(self.last, 1)],
            )
