from django.urls import path, re_path

from grids.views import conflicts, phone, pocket, roster, territory, visits
from grids.views import (
    conflicts,
    event_report,
    event_triage,
    event_verification,
    events,
    phone,
    roster,
    territory,
    visits,
    worklist,
)

app_name = "grids"
urlpatterns = [
    path("today/", phone.today, name="today"),
    path("roster/", phone.Roster.as_view(), name="roster"),
    path("report/", phone.report, name="report"),
    path("my/", phone.my, name="my"),
    path("households/<int:pk>/", roster.household_detail, name="household_detail"),
    path("households/<int:pk>/visit/", phone.visit_new, name="visit_new"),
    path("households/<int:pk>/tags/", roster.household_tag, name="household_tag"),
    path("tags/<int:pk>/end/", roster.tag_end, name="tag_end"),
    path("residents/<int:pk>/reveal/<slug:name>/", roster.resident_reveal, name="resident_reveal"),
    path("visits/", visits.VisitList.as_view(), name="visit_list"),
    path("visits/<int:pk>/", visits.visit_detail, name="visit_detail"),
    path("visits/<uuid:client_uuid>/", phone.visit_receipt, name="visit_receipt"),
    path("visits/<uuid:client_uuid>/photos/", phone.visit_photos, name="visit_photos"),
    path("needs/", visits.NeedList.as_view(), name="need_list"),
    path("needs/<int:pk>/", visits.need_detail, name="need_detail"),
    re_path(
        r"^needs/(?P<pk>[0-9]{1,18})/(?P<step>solve|decline|withdraw|reopen)/$",
        visits.need_step,
        name="need_step",
    ),
    path("workers/", territory.WorkerList.as_view(), name="worker_list"),
    path("compounds/", territory.CompoundList.as_view(), name="compound_list"),
    path("compounds/<int:pk>/", territory.compound_detail, name="compound_detail"),
    path("list/", territory.GridList.as_view(), name="grid_list"),
    path("list/<int:pk>/", territory.grid_detail, name="grid_detail"),
    path("list/<int:pk>/staff/", territory.grid_staff, name="grid_staff"),
    path("list/<int:pk>/seats/<int:holding_pk>/release/", territory.seat_release, name="seat_release"),
    path("pocket/", pocket.pocket, name="pocket"),
    # events
    path("events/", events.EventList.as_view(), name="event_list"),
    path("events/report/", event_report.event_report, name="event_report"),
    path("events/mine/", event_report.my_events, name="my_events"),
    path("events/triage/", event_triage.event_triage, name="event_triage"),
    path("events/categories/", worklist.EventCategoryList.as_view(), name="event_category_list"),
    path("events/categories/<slug:code>/", worklist.event_category_edit, name="event_category_edit"),
    path("events/list/", worklist.WorkList.as_view(), name="work_list"),
    path("events/list/add/", worklist.work_item_add, name="work_item_add"),
    path("events/list/approve/", worklist.work_exception_approve, name="work_exception_approve"),
    path("events/list/<int:pk>/end/", worklist.work_item_end, name="work_item_end"),
    path("events/<str:number>/", events.event_detail, name="event_detail"),
    path(
        "events/<str:number>/verification/", event_verification.event_verification, name="event_verification"
    ),
    path("events/<str:number>/reporters/<int:pk>/reveal/", events.reporter_reveal, name="reporter_reveal"),
    path("events/<str:number>/<slug:step>/", events.event_step, name="event_step"),
    path("conflicts/", conflicts.ConflictList.as_view(), name="conflict_list"),
    path("conflicts/<int:pk>/", conflicts.conflict_detail, name="conflict_detail"),
    path("conflicts/<int:pk>/review/", conflicts.conflict_review, name="conflict_review"),
]
