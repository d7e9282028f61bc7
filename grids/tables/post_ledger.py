"""Who sits in which body, as a file: posts are taken through the verb and are never ended by a file."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.files.ledgers import Entry
from governance.kernel.days import today
from governance.kernel.workbooks.cells import MASK
from governance.party.enums import Right
from grids.actions.body_posts import take_post
from grids.enums.body_posts import AT_COMPOUND, Register
from grids.models import BodyPost, Compound
from grids.models.body_posts import person_index
from grids.tables.verb_ledger import VerbLedger


class BodyPostLedger(VerbLedger):
    """Known by the portal's own number, or by person and body. A new title is the one change a file makes."""

    model = BodyPost
    right = Right.MANAGE
    forbidden = gettext_lazy("您没有登记任职的权限")

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        names = {name for row in rows if (name := row.values.get("compound"))}
        self.compounds: dict[str, list[Compound]] = {}
        for compound in Compound.objects.within(self.area.code).filter(name__in=names).select_related("area"):
            self.compounds.setdefault(compound.name, []).append(compound)
        live = self.locked(BodyPost.objects.within(self.area.code).live_on(today()))
        live = live.select_related("compound", "area")
        numbers = {number for row in rows if (number := row.values.get("post"))}
        self.by_number = {post.pk: post for post in live.filter(pk__in=numbers)}
        indexes = {self._person(row) for row in rows} - {""}
        self.by_person = {
            (post.person_index, post.body, post.compound_id or post.area_id): post
            for post in live.filter(person_index__in=indexes)
        }

    def key(self, row):
        if row.values.get("post"):
            return ("number", row.values["post"])
        person, body = self._person(row), row.values.get("body")
        return (
            (person, body, row.values.get("compound") or row.values.get("area")) if person and body else None
        )

    def check(self, row):
        at_compound = row.values.get("body") in AT_COMPOUND
        self.check_area(row, "area", ("community", "grid") if at_compound else ("community",))
        self._check_compound(row, at_compound)
        if row.values.get("post"):
            self._check_number(row)
        for name in ("name", "phone"):
            if not row.values.get("post") and MASK in (row.values.get(name) or ""):
                row.fault(self.titles[name], _("打了星号的姓名、电话无法识别，请填完整的，或者填任职编号"))
        found = None if row.faults else self._found(row)
        begins = row.values.get("from_on")
        if found and begins and begins != found.valid.lower:
            row.fault(self.titles["from_on"], _("此人已从 {} 起任职，日期不能改").format(found.valid.lower))
        if found and found.kept_in != Register.POSTS and row.values["title"] != found.title:
            said = _("这项任职登记在{}，请到那里改").format(found.get_kept_in_display())
            row.fault(self.titles["title"], said)

    def _check_compound(self, row, at_compound: bool) -> None:
        name = row.values.get("compound")
        if at_compound and not name:
            row.fault(self.titles["compound"], _("小区党支部、业委会（物管会）、物业项目的任职要填小区"))
        elif name and not at_compound and row.values.get("body"):
            row.fault(self.titles["compound"], _("社区的任职不填小区"))
        elif name and row.values.get("area") and self._compound(row) is None:
            row.fault(self.titles["compound"], _("这里没有这个小区，请先导入小区，或者核对名称"))

    def _check_number(self, row) -> None:
        found = self.by_number.get(row.values["post"])
        if found is None:
            row.fault(self.titles["post"], _("本区划没有这项在任的任职，请核对编号；新登记的不填"))
        elif not row.faults and not self._is_of(found, row):
            row.fault(_("整行"), _("与这个编号的任职不是同一人、同一组织；换人请先结束原任职，再登记"))

    def _is_of(self, post: BodyPost, row) -> bool:
        same_place = post.body == row.values["body"] and post.compound == self._compound(row)
        given = row.values["name"], row.values["phone"]
        if MASK in "".join(given):
            return same_place and given == (post.name_masked, post.phone_masked)
        return same_place and post.person_index == self._person(row)

    def _compound(self, row) -> Compound | None:
        around = self.compounds.get(row.values.get("compound"), [])
        found = [compound for compound in around if compound.area_code.startswith(row.values["area"])]
        return found[0] if len(found) == 1 else None

    def _person(self, row) -> str:
        """The index of name and telephone, empty without both in full."""
        name, phone = row.values.get("name") or "", row.values.get("phone") or ""
        return person_index(name, phone) if name and phone and MASK not in name + phone else ""

    def _found(self, row) -> BodyPost | None:
        if row.values.get("post"):
            return self.by_number[row.values["post"]]
        compound = self._compound(row)
        place = compound.pk if compound else self.areas[row.values["area"]].pk
        return self.by_person.get((self._person(row), row.values["body"], place))

    def entry(self, row):
        return Entry(row, self._found(row), {"title": row.values["title"]})

    def act(self, entry):
        given = entry.row.values
        post = take_post(
            self.areas[given["area"]],
            by=self.by,
            body=given["body"],
            compound=self._compound(entry.row),
            title=given["title"],
            name=given["name"],
            phone=given["phone"],
            on=given.get("from_on") or today(),
        )
        return [post]

    @classmethod
    def export(cls, rows, *, unmasked):
        for row in rows.order_by(*cls.ORDER).select_related("area", "compound").iterator(2000):
            yield {
                "post": row.pk,
                "area": row.area.code,
                "body": row.body,
                "compound": row.compound.name if row.compound else "",
                "title": row.title,
                "name": row.open_value("name") if unmasked else row.name_masked,
                "phone": row.open_value("phone") if unmasked else row.phone_masked,
                "from_on": row.valid.lower,
            }
