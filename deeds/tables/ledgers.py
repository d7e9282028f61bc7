"""Homes of a project, and obstacles, as files that come and go."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deeds.enums import Cause, Instrument, Right
from deeds.models import DeedProject, Home, ProjectObstacle
from deeds.states import HomeState
from governance.files.ledgers import Entry, Ledger
from governance.kernel.days import today
from governance.kernel.workbooks.cells import ChoiceColumn, CodeColumn, DateColumn, TextColumn

HOME_COLUMNS = (
    CodeColumn(
        "building", gettext_lazy("楼号"), required=True, longest=10, hint=gettext_lazy("只写号，先在项目里登记楼栋")
    ),
    CodeColumn("unit", gettext_lazy("单元"), longest=10, width=8),
    CodeColumn("room", gettext_lazy("房号"), required=True, longest=10, width=10),
    CodeColumn("unit_no", gettext_lazy("不动产单元号"), longest=28, width=32, hint=gettext_lazy("28 位，可以不填")),
)  # fmt: skip
OBSTACLE_COLUMNS = (
    CodeColumn("area", gettext_lazy("区划代码"), required=True, digits=True, hint=gettext_lazy("项目所在区划的代码")),
    TextColumn("project", gettext_lazy("项目"), required=True, longest=80, width=24),
    ChoiceColumn("cause", gettext_lazy("成因"), required=True, labels=dict(Cause.choices), width=26),
    TextColumn("lead_office", gettext_lazy("责任单位"), required=True, longest=80, width=22),
    ChoiceColumn("instrument", gettext_lazy("办法"), labels=dict(Instrument.choices), width=16),
    DateColumn("due_on", gettext_lazy("办结期限"), required=True),
)  # fmt: skip
_UNIT_NO = 28


class DeedHomeLedger(Ledger):
    """Known by the door in its building; `target` is the project, which is locked before its homes."""

    model = Home
    ORDER = ("project", "building", "unit", "room")
    right = Right.MANAGE

    def look_up(self, rows):
        found = DeedProject.objects.filter(pk=self.target.pk).select_related("area")
        self.project = self.locked(found).get()
        self.buildings = set(self.project.buildings.values_list("number", flat=True))
        numbers = {row.values.get("building") for row in rows} - {None}
        known = self.locked(self.project.homes.filter(building__in=numbers))
        self.known = {(home.building, home.unit, home.room): home for home in known}
        units = {row.values.get("unit_no") for row in rows} - {None, ""}
        others = Home.objects.filter(unit_no__in=units).exclude(project=self.project)
        self.elsewhere = set(others.values_list("unit_no", flat=True))

    def key(self, row):
        building, room = row.values.get("building"), row.values.get("room")
        return (building, row.values.get("unit", ""), room) if building and room else None

    def check(self, row):
        building, unit_no = row.values.get("building"), row.values.get("unit_no")
        if building and building not in self.buildings:
            row.fault(self.titles["building"], _("项目里还没有这栋楼，请先登记楼栋"))
        if unit_no and len(unit_no) != _UNIT_NO:
            row.fault(self.titles["unit_no"], _("不动产单元号是 28 位，请核对"))
        elif unit_no in self.elsewhere:
            row.fault(self.titles["unit_no"], _("这套房已列入另一个项目，一套房只列一次，请核对"))

    def entry(self, row):
        return Entry(row, self.known.get(self.key(row)), {"unit": "", **row.values})

    def build(self, entry):
        solved = {"state": HomeState.SOLVED, "solved_on": today()} if self.project.is_solved else {}
        home = Home(project=self.project, is_new=self.project.is_new, **solved, **entry.values)
        home.place_in(self.project.area)
        return home

    @classmethod
    def export(cls, rows, *, unmasked):
        names = [column.name for column in HOME_COLUMNS]
        yield from rows.order_by(*cls.ORDER).values(*names).iterator(2000)


class ObstacleLedger(Ledger):
    """Known by its project and cause while it stands; one that is closed is never changed by a file."""

    model = ProjectObstacle
    ORDER = ("project", "pk")
    right = Right.MANAGE

    def look_up(self, rows):
        self.find_areas(row.values.get("area") for row in rows)
        names = {row.values.get("project") for row in rows} - {None}
        projects = DeedProject.objects.within(self.area.code).filter(name__in=names)
        self.projects = {(project.area_code, project.name): project for project in projects}
        still = ProjectObstacle.objects.filter(project__in=projects, closed_on__isnull=True)
        self.known = {(row.project_id, row.cause): row for row in self.locked(still)}

    def project_of(self, row) -> DeedProject | None:
        return self.projects.get((row.values.get("area"), row.values.get("project")))

    def key(self, row):
        project, cause = self.project_of(row), row.values.get("cause")
        return (project.pk, cause) if project and cause else None

    def check(self, row):
        if not self.check_area(row, "area", ("city", "county", "township", "community", "grid")):
            return
        project = self.project_of(row)
        if project is None and row.values.get("project"):
            row.fault(self.titles["project"], _("这个区划里没有这个项目，请核对名称和代码"))
        elif project and project.is_solved:
            row.fault(self.titles["project"], _("项目已完成首次登记，不再登记堵点"))

    def entry(self, row):
        project = self.project_of(row)
        names = ("cause", "lead_office", "instrument", "due_on")
        values = {name: row.values[name] for name in names if name in row.values} | {"project": project}
        return Entry(row, self.known.get((project.pk, values["cause"])), values)

    def build(self, entry):
        project, cause = entry.values["project"], entry.values["cause"]
        if cause not in project.causes:
            project.causes = [*project.causes, cause]
            project.save(update_fields=["causes"])
        return ProjectObstacle(**entry.values)

    @classmethod
    def export(cls, rows, *, unmasked):
        for row in rows.order_by(*cls.ORDER).select_related("project").iterator(2000):
            said = {name: getattr(row, name) for name in ("cause", "lead_office", "instrument", "due_on")}
            yield said | {"area": row.project.area_code, "project": row.project.name}
