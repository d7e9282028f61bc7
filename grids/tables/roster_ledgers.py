"""Households, residents and care tags as files."""

from django.utils.translation import gettext as _

from governance.files.ledgers import Entry, Ledger
from governance.kernel.days import today
from governance.kernel.identity import birth_date
from governance.kernel.sealing import blind_index
from governance.kernel.workbooks.cells import MASK
from grids.enums.rights import Right
from grids.enums.roster import LONGEST_TAG
from grids.models import CareTag, Household, Resident


class DoorLedger(Ledger):
    """Rows that begin with a door: building group, unit and room."""

    right = Right.MANAGE

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        buildings = [self.areas[code].pk for row in rows if (code := row.values.get("area")) in self.areas]
        rooms = {row.values.get("room") for row in rows}
        doors = Household.objects.filter(area__in=set(buildings), room__in=rooms)
        doors = self.locked(doors) if self.model is Household else doors
        self.doors = {
            (door.area_id, door.unit, door.room): door for door in doors.select_related("area__successor")
        }

    def door(self, row) -> Household | None:
        area = self.areas.get(row.values.get("area"))
        return area and self.doors.get((area.pk, row.values.get("unit"), row.values.get("room")))

    def check(self, row):
        self.check_area(row, "area", ("building",))

    def check_door(self, row) -> None:
        given = [row.values.get(name) is not None for name in ("area", "unit", "room")]
        if all(given) and not row.faults and self.door(row) is None:
            row.fault(self.titles["room"], _("没有这一户，请先导入住户，或者核对楼院代码、单元、房号"))

    def place_of(self, row) -> tuple:
        return tuple(row.values.get(name) for name in ("area", "unit", "room"))


class HouseholdLedger(DoorLedger):
    model = Household
    ORDER = ("area_code", "route", "pk")

    def key(self, row):
        place = self.place_of(row)
        return None if None in place else place

    def entry(self, row):
        found, values = self.door(row), row.values | {"area": self.areas[row.values["area"]]}
        if found is None:
            unit, room = values["unit"], values["room"]
            if "label" not in values:
                values["label"] = _door_label(values["area"].name, unit, room)
            if "route" not in values:
                values["route"] = Household.route_of(unit, values.get("floor", 1), room)
        return Entry(row, found, values)

    @classmethod
    def export(cls, rows, *, unmasked):
        names = ["unit", "floor", "room", "label", "route", "occupancy"]
        for row in rows.order_by(*cls.ORDER).select_related("area").iterator(2000):
            yield {name: getattr(row, name) for name in names} | {"area": row.area.code}


def _door_label(building: str, unit: int, room: str) -> str:
    """3号楼 → 3号楼2单元501; a name that ends in a digit keeps its distance."""
    made = _("{building}{unit}单元{room}") if unit else _("{building}{room}")
    name = f"{building} " if building[-1:].isdigit() else building
    return made.format(building=name, unit=unit, room=room)[:60]


class ResidentLedger(DoorLedger):
    """Known by the portal's own number, by the ID number, or by name within the household."""

    model = Resident
    ORDER = ("area_code", "household", "pk")

    def look_up(self, rows):
        super().look_up(rows)
        living = self.locked(Resident.objects.filter(left_on__isnull=True))
        numbers = {number for row in rows if (number := row.values.get("resident"))}
        mine = self.locked(Resident.objects.within(self.area.code).filter(pk__in=numbers))
        self.by_number = {found.pk: found for found in mine}
        indexes = {_index(row) for row in rows} - {""}
        self.by_index = {found.id_no_index: found for found in living.filter(id_no_index__in=indexes)}
        homes = {door.pk for row in rows if (door := self.door(row))}
        self.by_name = {
            (found.household_id, found.name): found
            for found in living.filter(household__in=homes).order_by("-pk")
        }

    def key(self, row):
        if row.values.get("resident"):
            return ("number", row.values["resident"])
        if index := _index(row):
            return ("id_no", index)
        place = (*self.place_of(row), row.values.get("name"))
        return None if None in place else place

    def check(self, row):
        super().check(row)
        self.check_door(row)
        number, found = row.values.get("resident"), self.found(row)
        if number and found is None:
            row.fault(self.titles["resident"], _("本区划没有这个编号的居民，请核对；新登记的居民不填"))
        self._check_name(row, found)
        holder = self.by_index.get(_index(row))
        if holder is not None and not row.faults and self._is_elsewhere(holder, found, row):
            row.fault(self.titles["id_no"], _("这个证件号码已登记在另一住户，请先办理迁出"))
        born, number = row.values.get("birth_year"), row.values.get("id_no") or ""
        if born and number and MASK not in number and birth_date(number).year != born:
            row.fault(self.titles["birth_year"], _("与身份证号码里的出生年份不一致"))
        if (left := row.values.get("left_on")) and left > today():
            row.fault(self.titles["left_on"], _("迁出日期在将来，请核对"))

    def _is_elsewhere(self, holder: Resident, found: Resident | None, row) -> bool:
        if found is not None and holder.pk != found.pk:
            return True
        return not row.values.get("resident") and holder.household_id != self.door(row).pk

    def _check_name(self, row, found: Resident | None) -> None:
        name = row.values.get("name", "")
        if MASK in name and (found is None or name != found.name_masked):
            row.fault(self.titles["name"], _("打了星号的姓名无法识别，请填完整姓名"))

    def found(self, row) -> Resident | None:
        if row.values.get("resident"):
            return self.by_number.get(row.values["resident"])
        holder, door = self.by_index.get(_index(row)), self.door(row)
        if holder is not None:
            return holder
        same = door and self.by_name.get((door.pk, row.values.get("name")))
        given = _index(row)
        return None if same and given and same.id_no_index not in ("", given) else same

    def entry(self, row):
        found, door = self.found(row), self.door(row)
        names = ("name", "birth_year", "residence", "is_contact", "left_on")
        values = {name: row.values[name] for name in names if name in row.values}
        if MASK in values["name"]:
            del values["name"]
        number = row.values.get("id_no", "")
        if found is None and number and "birth_year" not in values:
            values["birth_year"] = birth_date(number).year if MASK not in number else None
        values |= {"household": door, "area": door.area}
        return Entry(row, found, values, self.sealed_changes(row, found))

    @classmethod
    def export(cls, rows, *, unmasked):
        names = ["birth_year", "residence", "is_contact", "left_on"]
        rows = rows.order_by(*cls.ORDER).select_related("household__area")
        for row in rows.iterator(2000):
            door = row.household
            yield {name: getattr(row, name) for name in names} | {
                "resident": row.pk,
                "area": door.area.code,
                "unit": door.unit,
                "room": door.room,
                "name": row.name if unmasked else row.name_masked,
                "phone": row.open_value("phone") if unmasked else row.phone_masked,
                "id_no": row.open_value("id_no") if unmasked else row.id_no_masked,
            }


def _index(row) -> str:
    """The blind index of a whole ID number, empty without one."""
    number = row.values.get("id_no") or ""
    return "" if MASK in number else blind_index("id_no", number)


class TagLedger(DoorLedger):
    """Care tags in force: one of a kind for a household, or for one resident of it."""

    model = CareTag
    ORDER = ("area_code", "household", "pk")

    def look_up(self, rows):
        super().look_up(rows)
        homes = {door.pk for row in rows if (door := self.door(row))}
        tags = CareTag.objects.live_on(today()).filter(household__in=homes).order_by("pk")
        self.tags = {(tag.household_id, tag.resident_id, tag.kind): tag for tag in self.locked(tags)}
        numbers = {number for row in rows if (number := row.values.get("resident"))}
        living = Resident.objects.living_here().filter(pk__in=numbers).values_list("pk", "household")
        self.homes_of = dict(living)

    def key(self, row):
        place = (*self.place_of(row), row.values.get("kind"))
        return None if None in place else (*place, row.values.get("resident"))

    def check(self, row):
        super().check(row)
        self.check_door(row)
        number, door = row.values.get("resident"), self.door(row)
        if number and door and self.homes_of.get(number) != door.pk:
            row.fault(self.titles["resident"], _("这位居民不在这一户，请核对"))
        begins, ends = row.values.get("from_on") or today(), row.values.get("expires_on")
        if ends and ends <= begins:
            row.fault(self.titles["expires_on"], _("到期日期要晚于起始日期"))
        elif ends and ends <= today():
            row.fault(self.titles["expires_on"], _("已经到期，不用导入"))
        elif ends and ends > today() + LONGEST_TAG:
            row.fault(self.titles["expires_on"], _("关爱标签最长三年，请填写更近的到期日期"))

    def entry(self, row):
        door = self.door(row)
        number, kind = row.values.get("resident"), row.values["kind"]
        values = {name: row.values[name] for name in ("basis", "from_on", "expires_on") if name in row.values}
        values |= {"household": door, "area": door.area, "kind": kind}
        if number:
            values["resident_id"] = number
        return Entry(row, self.tags.get((door.pk, number, kind)), values)

    @classmethod
    def export(cls, rows, *, unmasked):
        rows = rows.order_by(*cls.ORDER).select_related("household__area")
        for row in rows.iterator(2000):
            door = row.household
            yield {
                "area": door.area.code,
                "unit": door.unit,
                "room": door.room,
                "resident": row.resident_id,
                "kind": row.kind,
                "basis": row.basis,
                "from_on": row.from_on,
                "expires_on": row.expires_on,
            }
