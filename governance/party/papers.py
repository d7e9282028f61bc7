"""The quarterly feedback sheet to a unit, in Word. Names stay masked: the unit knows its own people."""

from governance.kernel.days import today
from governance.kernel.papers import FORM, Sheet
from governance.kernel.wording import day_in_full, office_language
from governance.party.presenting.feedback import Feedback

POSTS = [("序号", 12), ("岗位", 64), ("类别", 28), ("认领", 28), ("认领日期", 24)]
DONE = [("日期", 26), ("岗位", 40), ("服务人", 24), ("服务内容", 36), ("成效", 30)]


def feedback_sheet(found: Feedback) -> bytes:
    unit = found.unit
    with office_language():
        sheet = Sheet(f"{unit.name}双报到服务情况反馈单", shown="双报到服务情况反馈单")
        sheet.text(f"{unit.name}：", size=FORM)
        sheet.body(
            f"{found.words}，贵单位在职党员 {unit.in_service_count} 人，向{unit.area.name}报到 {found.reported} 人，"
            f"认领岗位 {len(found.claims)} 个，服务 {len(found.records)} 次。现将情况反馈如下。"
        )
        sheet.heading("一、认领岗位")
        _table(sheet, POSTS, [
            (number, claim.post.text, claim.post.kind.name, str(claim), claim.claimed_on.isoformat())
            for number, claim in enumerate(found.claims, start=1)
        ])  # fmt: skip
        sheet.heading("二、服务记录")
        _table(sheet, DONE, [
            (done.on.isoformat(), done.claim.post.text, str(done.claim), done.text, done.result)
            for done in found.records
        ])  # fmt: skip
        sheet.sign(unit.area.name, day_in_full(today()))
        return sheet.save()


def _table(sheet: Sheet, columns: list, rows: list) -> None:
    if rows:
        sheet.table(columns, rows)
    else:
        sheet.body("本季度没有。")
