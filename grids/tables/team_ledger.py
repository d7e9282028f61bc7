"""Who sits in which seat of a grid's team, as a file: seats are taken through the verb, one by one."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.files.ledgers import Entry
from governance.kernel.days import today
from governance.people.models import PostHolding, User
from grids.actions.staffing import staff_grid
from grids.enums.rights import Right
from grids.enums.team import BUILDING_ROLES
from grids.models import Grid
from grids.tables.verb_ledger import VerbLedger


class WorkerLedger(VerbLedger):
    """A person in a seat, known by seat and account."""

    model = PostHolding
    right = Right.MANAGE
    forbidden = gettext_lazy("您没有安排岗位的权限")

    def look_up(self, rows):
        self.find_areas(row.values.get(name) for row in rows for name in ("area", "building"))
        ids = {self.areas[code].pk for row in rows if (code := row.values.get("area")) in self.areas}
        self.grids = {grid.area_id: grid for grid in Grid.objects.filter(area__in=ids).select_related("area")}
        accounts = {row.values.get("account") for row in rows}
        self.users = {
            user.username: user for user in User.objects.filter(username__in=accounts, is_active=True)
        }
        held = PostHolding.objects.live_on(today()).filter(user__in=self.users.values())
        self.held = {
            (held.area_id, held.post.role.code, held.user_id): held
            for held in held.select_related("post__role")
        }

    def key(self, row):
        seat = [row.values.get(name) for name in ("area", "role", "account")]
        return None if None in seat else (*seat, row.values.get("building"))

    def check(self, row):
        area = self.check_area(row, "area", ("grid",))
        if area is not None:
            self.check_same(row, "area_name", area.name)
            if area.pk not in self.grids:
                row.fault(self.titles["area"], _("这个网格还没有登记，请先导入网格"))
        self._check_building(row)
        user = self.users.get(row.values.get("account"))
        if row.values.get("account") and user is None:
            row.fault(self.titles["account"], _("没有这个账号，请核对"))
        if user is not None and row.values.get("name") not in (None, user.name):
            row.fault(self.titles["name"], _("与这个账号的姓名不一致，请核对"))
        held = user and self._held(row, user)
        if held and row.values.get("is_cover", held.is_cover) != held.is_cover:
            row.fault(self.titles["is_cover"], _("此人已在这个岗位，改代管请先办理离岗"))

    def _check_building(self, row) -> None:
        needs = row.values.get("role") in BUILDING_ROLES
        building = self.check_area(row, "building", ("building",))
        if needs and not row.values.get("building"):
            row.fault(self.titles["building"], _("楼栋长、单元长要填楼院代码"))
        elif needs and building and not building.code.startswith(row.values.get("area") or ""):
            row.fault(self.titles["building"], _("这个楼院不在这个网格里"))

    def _held(self, row, user: User) -> PostHolding | None:
        needs = row.values.get("role") in BUILDING_ROLES
        place = self.areas.get(row.values.get("building" if needs else "area"))
        return place and self.held.get((place.pk, row.values.get("role"), user.pk))

    def entry(self, row):
        user = self.users[row.values["account"]]
        return Entry(row, self._held(row, user), {})

    def act(self, entry):
        """Seat the person; a seat that nobody had before is new as well."""
        self.by.forget_posts()
        holding = self._seat(entry)
        return [holding.post, holding] if _is_new_seat(holding) else [holding]

    def _seat(self, entry: Entry) -> PostHolding:
        given = entry.row.values
        return staff_grid(
            self.grids[self.areas[given["area"]].pk],
            by=self.by,
            role=given["role"],
            user=self.users[given["account"]],
            building=self.areas.get(given.get("building")),
            from_on=given.get("from_on"),
            is_cover=given.get("is_cover", False),
        )

    @classmethod
    def export(cls, rows, *, unmasked):
        rows = rows.order_by(*cls.ORDER).select_related("user", "area", "post__role")
        for held in rows.iterator(2000):
            yield {
                "area": held.area.code,
                "area_name": held.area.name,
                "role": held.post.role.code,
                "account": held.user.username,
                "name": held.user.name,
                "is_cover": held.is_cover,
                "from_on": held.valid.lower,
            }


def _is_new_seat(holding: PostHolding) -> bool:
    return holding.post.holdings.count() == 1
