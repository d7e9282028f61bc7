"""Cycles with their meetings, tasks set by them, and the inbox."""

from tests.permissions import makers
from tests.permissions import makers_dispatch as meetings
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, RUN, MANAGE, REPORT, SCHEDULE = (
    f"dispatch.{name}" for name in ("view", "run", "manage", "report", "schedule")
)
_shared = {"shared": True}
_rule = by_pk(meetings.schedule)
_gated = {"gate": VIEW}
_cycle, _task = by_pk(meetings.meeting), by_pk(meetings.task)

DISPATCH = {
    "dispatch:cycle_list": rows_of("调度列表", VIEW, makers.cycle),
    "dispatch:cycle_detail": page("会议工作页", VIEW, _cycle),
    "dispatch:cycle_wall": page("会议室大屏", VIEW, _cycle),
    "dispatch:cycle_run": verb("立即生成应开的调度", RUN, makers.code),
    "dispatch:meeting_plan": form("登记会议", MANAGE, _cycle, **_gated),
    "dispatch:meeting_attendance": form("登记到会", MANAGE, _cycle, **_gated),
    "dispatch:point_add": form("增加议题", MANAGE, _cycle, **_gated),
    "dispatch:minutes_write": form("记纪要", MANAGE, meetings.point, **_gated),
    "dispatch:task_decide": form("定任务", MANAGE, _cycle, **_gated),
    "dispatch:meeting_hold": verb("登记开会", MANAGE, _cycle, **_gated),
    "dispatch:minutes_issue": verb("印发纪要", MANAGE, _cycle, **_gated),
    "dispatch:minutes_correct": form("写更正说明", MANAGE, _cycle, **_gated),
    "dispatch:item_list": rows_of("调度事项列表", VIEW, meetings.line),
    "dispatch:action_list": rows_of("调度任务列表", VIEW, meetings.task),
    "dispatch:action_detail": page("调度任务详情", VIEW, _task),
    "dispatch:action_step": verb("报结调度任务", REPORT, meetings.task_to("report"), **_gated),
    "dispatch:visit_list": rows_of("现场督导列表", VIEW, meetings.visit),
    "dispatch:visit_detail": page("现场督导详情", VIEW, by_pk(meetings.visit)),
    "dispatch:visit_new": form("登记现场督导", MANAGE, _cycle, **_gated),
    "dispatch:check_fill": form("填写督导检查项", MANAGE, meetings.check, **_gated),
    "dispatch:schedule_list": page("调度安排", SCHEDULE),
    "dispatch:schedule_add": form("增加调度安排", SCHEDULE),
    "dispatch:schedule_change": form("改调度安排", SCHEDULE, _rule, **_shared),
    "dispatch:ladder_list": page("到期提醒", SCHEDULE),
    "dispatch:ladder_step_add": form("增加提醒步骤", SCHEDULE),
    "dispatch:ladder_step_change": form("改提醒步骤", SCHEDULE, by_pk(meetings.ladder_step), **_shared),
    "dispatch:ladder_change_list": page("提醒步骤变更", SCHEDULE),
    "dispatch:run_list": page("调度生成记录", SCHEDULE),
    "dispatch:notice_list": rows_of("通知列表（本单位）", VIEW, makers.notice, own_office=True),
    "dispatch:notice_open": verb("阅读通知（本单位）", VIEW, by_pk(makers.notice), own_office=True),
    "dispatch-cycle-list": rows_of("接口：调度列表", VIEW, makers.cycle),
    "dispatch-cycle-detail": page("接口：调度详情", VIEW, by_pk(makers.cycle)),
    "dispatch-cycle-items": page("接口：调度事项", VIEW, by_pk(makers.cycle)),
    "dispatch-cycle-minutes": page("接口：会议纪要", VIEW, _cycle),
    "dispatch-cycle-plan": verb("接口：登记会议", MANAGE, _cycle, **_gated),
    "dispatch-cycle-attendance": verb("接口：登记到会", MANAGE, _cycle, **_gated),
    "dispatch-cycle-add-point": verb("接口：增加议题", MANAGE, _cycle, **_gated),
    "dispatch-cycle-write-minutes": verb("接口：记纪要", MANAGE, _cycle, **_gated),
    "dispatch-cycle-decide": verb("接口：定任务", MANAGE, _cycle, **_gated),
    "dispatch-cycle-hold": verb("接口：登记开会", MANAGE, _cycle, **_gated),
    "dispatch-cycle-issue": verb("接口：印发纪要", MANAGE, _cycle, **_gated),
    "dispatch-cycle-correct": verb("接口：写更正说明", MANAGE, _cycle, **_gated),
    "dispatch-item-list": rows_of("接口：调度事项列表", VIEW, meetings.line),
    "dispatch-item-detail": page("接口：列入过的调度事项", VIEW, by_pk(meetings.line)),
    "dispatch-action-list": rows_of("接口：调度任务列表", VIEW, meetings.task),
    "dispatch-action-detail": page("接口：调度任务详情", VIEW, _task),
    "dispatch-action-report": verb("接口：报结调度任务", REPORT, _task, **_gated),
    "dispatch-action-close": verb("接口：销号调度任务", MANAGE, _task, **_gated),
    "dispatch-action-return": verb("接口：退回调度任务", MANAGE, _task, **_gated),
    "dispatch-action-withdraw": verb("接口：撤销调度任务", MANAGE, _task, **_gated),
    "dispatch-visit-list": Row(
        "接口：现场督导列表、登记现场督导", VIEW, FORM, fill=meetings.visit, rights={"POST": MANAGE}
    ),
    "dispatch-visit-detail": page("接口：现场督导详情", VIEW, by_pk(meetings.visit)),
    "dispatch-visit-check": verb("接口：填写督导检查项", MANAGE, by_pk(meetings.visit), **_gated),
    "dispatch-schedule-list": form("接口：调度安排、增加调度安排", SCHEDULE),
    "dispatch-schedule-detail": page("接口：一条调度安排", SCHEDULE, _rule, **_shared),
    "dispatch-schedule-change": verb("接口：改调度安排", SCHEDULE, _rule, **_shared),
    "dispatch-ladder-step-list": form("接口：提醒步骤、增加提醒步骤", SCHEDULE),
    "dispatch-ladder-step-detail": page(
        "接口：一个提醒步骤", SCHEDULE, by_pk(meetings.ladder_step), **_shared
    ),
    "dispatch-ladder-step-change": verb("接口：改提醒步骤", SCHEDULE, by_pk(meetings.ladder_step), **_shared),
    "dispatch-ladder-change-list": page("接口：提醒步骤变更", SCHEDULE),
    "dispatch-ladder-change-detail": page(
        "接口：一次提醒步骤变更", SCHEDULE, by_pk(meetings.ladder_change), **_shared
    ),
    "dispatch-run-list": page("接口：调度生成记录", SCHEDULE),
    "dispatch-run-detail": page("接口：一条调度生成记录", SCHEDULE, by_pk(meetings.run), **_shared),
}
