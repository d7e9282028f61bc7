from django.urls import path

from governance.dispatch.views import actions, corrections, cycles, meetings, notices, schedules, visits

app_name = "dispatch"
urlpatterns = [
    path("cycles/", cycles.CycleList.as_view(), name="cycle_list"),
    path("cycles/<int:pk>/", cycles.cycle_detail, name="cycle_detail"),
    path("cycles/<int:pk>/wall/", cycles.cycle_wall, name="cycle_wall"),
    path("cycles/<int:pk>/plan/", meetings.meeting_plan, name="meeting_plan"),
    path("cycles/<int:pk>/attendance/", meetings.meeting_attendance, name="meeting_attendance"),
    path("cycles/<int:pk>/agenda/", meetings.point_add, name="point_add"),
    path("cycles/<int:pk>/agenda/<int:point>/", meetings.minutes_write, name="minutes_write"),
    path("cycles/<int:pk>/decide/", meetings.task_decide, name="task_decide"),
    path("cycles/<int:pk>/hold/", meetings.meeting_hold, name="meeting_hold"),
    path("cycles/<int:pk>/issue/", meetings.minutes_issue, name="minutes_issue"),
    path("cycles/<int:pk>/correct/", meetings.minutes_correct, name="minutes_correct"),
    path("items/", cycles.CycleItemList.as_view(), name="item_list"),
    path("cycles/run/<slug:code>/", cycles.cycle_run, name="cycle_run"),
    path("actions/", actions.ActionList.as_view(), name="action_list"),
    path("actions/<int:pk>/", actions.action_detail, name="action_detail"),
    path("actions/<int:pk>/<slug:step>/", actions.action_step, name="action_step"),
    path("cycles/<int:pk>/visits/new/", visits.visit_new, name="visit_new"),
    path("visits/", visits.VisitList.as_view(), name="visit_list"),
    path("visits/<int:pk>/", visits.visit_detail, name="visit_detail"),
    path("visits/<int:pk>/checks/<int:check>/", visits.check_fill, name="check_fill"),
    path("briefs/<int:pk>/correct/", corrections.brief_correct, name="brief_correct"),
    path("corrections/", corrections.CorrectionList.as_view(), name="correction_list"),
    path("corrections/<int:pk>/", corrections.correction_detail, name="correction_detail"),
    path("corrections/<int:pk>/file/", corrections.correction_file, name="correction_file"),
    path("schedules/", schedules.schedule_list, name="schedule_list"),
    path("schedules/new/", schedules.schedule_add, name="schedule_add"),
    path("schedules/<int:pk>/", schedules.schedule_change, name="schedule_change"),
    path("runs/", schedules.RunList.as_view(), name="run_list"),
    path("notices/", notices.NoticeList.as_view(), name="notice_list"),
    path("notices/<int:pk>/open/", notices.notice_open, name="notice_open"),
]
