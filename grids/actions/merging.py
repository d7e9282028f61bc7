"""Two rows made one, and two again. Whatever points at the one that goes, in whatever app, goes over to the other."""

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.images import drop_derived, mark, open_image, put_back, relations, seal_image
from governance.kernel.scope import demand
from governance.people.models import User
from grids.enums.duplicates import DuplicateKind
from grids.enums.rights import Right
from grids.models import Household, Merge, Resident

MODELS = {DuplicateKind.RESIDENT: Resident, DuplicateKind.HOUSEHOLD: Household}
FILLED = {DuplicateKind.RESIDENT: ("birth_year",), DuplicateKind.HOUSEHOLD: ()}


def merge_residents(kept: Resident, removed: Resident, *, by: User) -> Merge:
    """One resident instead of two: the kept one takes over tags and all, and the numbers it lacks."""
    return _merge(DuplicateKind.RESIDENT, kept, removed, by)


def merge_households(kept: Household, removed: Household, *, by: User) -> Merge:
    """One household instead of two of the same building: residents, visits, needs, tags and events go over."""
    if kept.area_id != removed.area_id:
        raise Refused("other_building", _("只能合并同一楼院的住户，请先核对门牌。"))
    return _merge(DuplicateKind.HOUSEHOLD, kept, removed, by)


def undo_merge(merge: Merge, *, by: User) -> None:
    """Two rows again, each as it was. What was added to the kept one since stays there."""
    demand(by, Right.MANAGE, merge.area_code)
    model = MODELS[DuplicateKind(merge.kind)]
    with transaction.atomic():
        held = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
        if held.undone_at is not None:
            raise Refused("already_undone", _("这次合并已经撤销，不用再办理。"))
        kept = model._base_manager.select_for_update(of=("self",)).filter(pk=held.kept_id).first()
        if kept is None:
            raise Refused("kept_is_gone", _("保留的一条后来又并入了别处，请先撤销那一次合并。"))
        if mark(kept) == held.mark:
            put_back([open_image(model, held.kept_before, _context(held.kind, held.kept_id))])
        _put_in_again(open_image(model, held.removed_before, _context(held.kind, held.removed_id)))
        _move_back(held)
        held.undone_at = timezone.now()
        held.save(update_fields=["undone_at"])
        record("grids.undo_merge", by=by, subject=held, after={"rows": held.moved_count})


def _merge(kind: str, kept, removed, by: User) -> Merge:
    for row in (kept, removed):
        demand(by, Right.MANAGE, row.area_code)
    if kept.pk == removed.pk:
        raise Refused("same_row", _("这是同一条记录，请选择另一条。"))
    model = MODELS[kind]
    with transaction.atomic():
        rows = model._base_manager.select_for_update(of=("self",)).in_bulk(sorted([kept.pk, removed.pk]))
        if len(rows) < 2:
            raise Refused("already_merged", _("其中一条已不存在，可能有人刚合并过，请刷新页面。"))
        kept, removed = rows[kept.pk], rows[removed.pk]
        merge = Merge(
            kind=kind,
            kept_id=kept.pk,
            removed_id=removed.pk,
            label=f"{removed} → {kept}"[:160],
            kept_before=seal_image(kept, _context(kind, kept.pk)),
            removed_before=seal_image(removed, _context(kind, removed.pk)),
            merged_by=by,
            area=kept.area,
        )
        drop_derived(model, [kept.pk, removed.pk])
        merge.moved = _move_over(model, kept, removed)
        removed.delete()
        _fill(kind, kept, removed)
        kept.save()
        merge.mark = mark(kept)
        merge.save()
        record("grids.merge", by=by, subject=merge, after={"kind": kind, "rows": merge.moved_count})
    return merge


def _context(kind: str, pk: int) -> str:
    return f"grids_merge.before:{kind}:{pk}"


def _move_over(model: type[models.Model], kept, removed) -> dict[str, list[int]]:
    """Point everything at the kept row; which rows went over, by model and column."""
    moved = {}
    for pointing, column in relations(model):
        rows = pointing._base_manager.filter(**{column.name: removed.pk})
        ids = list(rows.values_list("pk", flat=True))
        if not ids:
            continue
        try:
            with transaction.atomic():
                rows.update(**{column.name: kept})
        except IntegrityError as error:
            raise Refused(
                "both_have_one",
                _("两条记录都有“{}”，请先处理其中一条的，再合并。").format(pointing._meta.verbose_name),
            ) from error
        moved[f"{pointing._meta.label}.{column.name}"] = ids
    return moved


def _move_back(merge: Merge) -> None:
    """What still points at the kept row points at the other one again."""
    for place, ids in merge.moved.items():
        label, _dot, column = place.rpartition(".")
        rows = apps.get_model(label)._base_manager.filter(pk__in=ids, **{column: merge.kept_id})
        rows.update(**{column: merge.removed_id})


def _fill(kind: str, kept, removed) -> None:
    """What the kept row lacks and the other knows."""
    for name in FILLED[kind]:
        if getattr(kept, name) is None:
            setattr(kept, name, getattr(removed, name))
    for name in getattr(kept, "SEALED", ()):
        if not getattr(kept, f"{name}_sealed"):
            kept.seal_value(name, removed.open_value(name))


def _put_in_again(row: models.Model) -> None:
    try:
        with transaction.atomic():
            row.place_in(row.area)
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(
            "place_taken", _("合并后又登记了相同的门牌或证件号码，不能撤销，请先处理新登记的一条。")
        ) from error
