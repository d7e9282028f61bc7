from collections import defaultdict

from django.apps import apps
from django.db import models, transaction

from governance.files.enums import CHUNK, RowAction
from governance.files.models import ImportedRow, TableImport
from governance.files.working.leases import hold
from governance.kernel.images import dependents, drop_derived, mark, open_image, put_back


def undo_chunk(job: TableImport) -> int:
    """Put a chunk of what an import wrote back as it was, the latest first; how many rows were dealt with.

    A row changed since, or one that others point at by now, stays and is marked as left.
    """
    with transaction.atomic():
        held = hold(job)
        written = list(held.rows.filter(is_left=False).order_by("-id")[:CHUNK])
        by_model = defaultdict(list)
        for row in written:
            by_model[row.model].append(row)
        done = [pk for label, rows in by_model.items() for pk in _take_back(apps.get_model(label), rows)]
        held.rows.filter(pk__in=done).delete()
        left = held.rows.filter(pk__in=[row.pk for row in written]).update(is_left=True)
        held.left += left
        held.save(update_fields=["left", "heartbeat_at"])
    return len(written)


def _take_back(model: type[models.Model], rows: list[ImportedRow]) -> list[int]:
    """The ids of the notes whose rows are as they were before."""
    ids = [row.object_id for row in rows]
    present = model._base_manager.select_for_update(of=("self",)).in_bulk(ids)
    pointed_at = dependents(model, [row.object_id for row in rows if row.action == RowAction.NEW])
    done, gone, earlier = [], [], []
    for row in rows:
        now = present.get(row.object_id)
        if now is None or mark(now) != row.mark:
            continue
        if row.action == RowAction.CHANGED:
            earlier.append(open_image(model, row.before, row.context))
        elif row.object_id in pointed_at:
            continue
        else:
            gone.append(row.object_id)
        done.append(row.pk)
    put_back(earlier)
    drop_derived(model, gone)
    model._base_manager.filter(pk__in=gone)._raw_delete(model._base_manager.db)  # nobody points at them
    return done
