"""Compounds, building groups and grids as files. A file never changes the tree: areas have verbs of their own."""

from django.utils.translation import gettext as _

from governance.files.ledgers import Entry, Ledger
from grids.enums.rights import Right
from grids.models import BuildingGroup, Compound, Grid

PLACES_OF_COMPOUNDS = ("community", "grid")


class CompoundLedger(Ledger):
    """Known by name within its area."""

    model = Compound
    right = Right.MANAGE

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        names = {row.values.get("name") for row in rows}
        known = self.locked(Compound.objects.within(self.area.code).filter(name__in=names))
        self.known = {(compound.area_id, compound.name): compound for compound in known}

    def key(self, row):
        area, name = row.values.get("area"), row.values.get("name")
        return (area, name) if area and name else None

    def check(self, row):
        self.check_area(row, "area", PLACES_OF_COMPOUNDS)

    def entry(self, row):
        values = row.values | {"area": self.areas[row.values["area"]]}
        return Entry(row, self.known.get((values["area"].pk, values["name"])), values)

    @classmethod
    def export(cls, rows, *, unmasked):
        names = ["name", "kind", "address", "built_year", "building_count", "household_count", "floor_area"]
        for row in rows.order_by(*cls.ORDER).select_related("area").iterator(2000):
            yield {name: getattr(row, name) for name in names} | {"area": row.area.code}


class DetailLedger(Ledger):
    """What an area of the tree is beyond its place: one row an area, known by its code."""

    right = Right.MANAGE
    levels: tuple[str, ...] = ()
    details: tuple[str, ...] = ()

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        ids = [self.areas[code].pk for row in rows if (code := row.values.get("area")) in self.areas]
        self.known = {found.area_id: found for found in self.locked(self.model.objects.filter(area__in=ids))}

    def key(self, row):
        return row.values.get("area")

    def check(self, row):
        area = self.check_area(row, "area", self.levels)
        if area is not None:
            self.check_same(row, "area_name", area.name)

    def entry(self, row):
        area = self.areas[row.values["area"]]
        values = {name: row.values[name] for name in self.details if name in row.values}
        return Entry(row, self.known.get(area.pk), values | {"area": area})

    @classmethod
    def export(cls, rows, *, unmasked):
        for row in rows.order_by(*cls.ORDER).select_related("area").iterator(2000):
            said = {name: getattr(row, name) for name in cls.details}
            yield said | {"area": row.area.code, "area_name": row.area.name}


class GridLedger(DetailLedger):
    model = Grid
    levels = ("grid",)
    details = ("boundary", "duty_phone", "oversight_phone")


class BuildingLedger(DetailLedger):
    """Its compound is named, and is looked for where the building lies."""

    model = BuildingGroup
    levels = ("building",)
    details = ("household_count", "unit_count", "floor_count")

    def look_up(self, rows):
        super().look_up(rows)
        names = {name for row in rows if (name := row.values.get("compound"))}
        self.compounds: dict[str, list[Compound]] = {}
        for compound in Compound.objects.for_user(self.by).filter(name__in=names):
            self.compounds.setdefault(compound.name, []).append(compound)

    def check(self, row):
        super().check(row)
        if row.values.get("compound") and row.values.get("area") and self._compound(row) is None:
            row.fault(self.titles["compound"], _("这里没有这个小区，请先导入小区，或者核对名称"))

    def _compound(self, row) -> Compound | None:
        around = self.compounds.get(row.values["compound"], [])
        found = [compound for compound in around if row.values["area"].startswith(compound.area_code)]
        return found[0] if len(found) == 1 else None

    def entry(self, row):
        entry = super().entry(row)
        if row.values.get("compound"):
            entry.values["compound"] = self._compound(row)
        return entry

    @classmethod
    def export(cls, rows, *, unmasked):
        names = dict(Compound.objects.filter(building_groups__in=rows).values_list("pk", "name"))
        for row in rows.order_by(*cls.ORDER).select_related("area").iterator(2000):
            said = {name: getattr(row, name) for name in cls.details}
            place = {"area": row.area.code, "area_name": row.area.name}
            yield said | place | {"compound": names.get(row.compound_id, "")}
