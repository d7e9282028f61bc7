"""Who gets what of corrections to issued reports."""

from tests.permissions import makers_reports as reports
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of

VIEW, MANAGE = "dispatch.view", "dispatch.manage"
_correction = by_pk(reports.correction)
CORRECTIONS = {
    "dispatch:brief_correct": form("印发数字更正说明", MANAGE, by_pk(reports.changed), gate=VIEW),
    "dispatch:correction_list": rows_of("数字更正说明列表", VIEW, reports.correction),
    "dispatch:correction_detail": page("数字更正说明详情", VIEW, _correction),
    "dispatch:correction_file": page("下载数字更正说明", VIEW, _correction),
    "dispatch-brief-changes": page("接口：工作报告里变了的数字", VIEW, by_pk(reports.changed)),
    "dispatch-correction-list": Row(
        "接口：数字更正说明列表、印发数字更正说明",
        VIEW,
        FORM,
        fill=reports.correction,
        rights={"POST": MANAGE},
    ),
    "dispatch-correction-detail": page("接口：数字更正说明详情", VIEW, _correction),
    "dispatch-correction-file": page("接口：下载数字更正说明", VIEW, _correction),
}
