"""一项目一策 as a Word file, laid out like every paper of the portal."""

from deeds.enums import Cause, Instrument
from deeds.models import DeedProject
from governance.kernel.days import today
from governance.kernel.papers import Sheet
from governance.kernel.wording import day_in_full, office_language


def plan_sheet(project: DeedProject) -> bytes:
    """The plan of a project that has one, with its obstacles as they stand today."""
    with office_language():
        plan = project.plan
        sheet = Sheet(f"{project.name}化解办证难“一项目一策”方案")
        sheet.facts(
            [
                ("项目", project.name, "所属区划", project.area.name),
                ("开发单位", project.developer or "—", "牵头单位", project.lead_office),
                ("包抓领导", plan.leader, "批准文号", plan.approval_no or "（未批准）"),
                ("成因", "、".join(project.cause_labels)),
                ("专班", plan.team),
            ],
            widths=(26, 52, 26, 52),
        )
        sheet.heading("一、工作方案")
        sheet.body(*plan.text.splitlines())
        sheet.heading("二、堵点清单")
        _obstacles(sheet, project)
        sheet.heading("三、对外答复口径")
        sheet.body(plan.public_line)
        sheet.sign(project.lead_office, day_in_full(plan.approved_on or today()))
        return sheet.save()


def _obstacles(sheet: Sheet, project: DeedProject) -> None:
    rows = [
        (number, Cause(row.cause).label, row.lead_office, Instrument(row.instrument).label if row.instrument else "—",
         row.due_on.isoformat(), row.closed_on.isoformat() if row.closed_on else "办理中")
        for number, row in enumerate(project.obstacles.all(), start=1)
    ]  # fmt: skip
    if not rows:
        sheet.body("没有登记堵点。")
        return
    columns = [("序号", 12), ("堵点", 46), ("责任单位", 34), ("办法", 24), ("期限", 20), ("销号", 20)]
    sheet.table(columns, rows)


def plan_file_name(project: DeedProject) -> str:
    return f"{project.name}一项目一策.docx"
