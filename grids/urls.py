from django.urls import path, re_path

from grids.views import eligibility, errand_begin, errands, phone, roster, services, territory, visits

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
    path("conflicts/<int:pk>/review/", visits.conflict_review, name="conflict_review"),
    path("needs/", visits.NeedList.as_view(), name="need_list"),
    path("needs/<int:pk>/", visits.need_detail, name="need_detail"),
    re_path(
        r"^needs/(?P<pk>[0-9]{1,18})/(?P<step>solve|decline|withdraw)/$", visits.need_step, name="need_step"
    ),
    path("workers/", territory.WorkerList.as_view(), name="worker_list"),
    path("compounds/", territory.CompoundList.as_view(), name="compound_list"),
    path("compounds/<int:pk>/", territory.compound_detail, name="compound_detail"),
    path("list/", territory.GridList.as_view(), name="grid_list"),
    path("list/<int:pk>/", territory.grid_detail, name="grid_detail"),
    path("list/<int:pk>/staff/", territory.grid_staff, name="grid_staff"),
    path("list/<int:pk>/seats/<int:holding_pk>/release/", territory.seat_release, name="seat_release"),
    # 帮代办
    path("errands/", errands.ErrandList.as_view(), name="errand_list"),
    path("errands/new/", errand_begin.errand_new, name="errand_new"),
    path("errands/<slug:number>/", errands.errand_detail, name="errand_detail"),
    path("errands/<slug:number>/papers/", errands.errand_papers, name="errand_papers"),
    path("errands/<slug:number>/photos/", errands.errand_photo, name="errand_photo"),
    path("errands/<slug:number>/reveal/<slug:name>/", errands.errand_reveal, name="errand_reveal"),
    path("errands/<slug:number>/<slug:step>/", errands.errand_step, name="errand_step"),
    path("services/", services.service_list, name="service_list"),
    path("services/new/", services.service_new, name="service_new"),
    path("services/<slug:code>/", services.service_edit, name="service_edit"),
    path("hints/", eligibility.HintList.as_view(), name="hint_list"),
    path("hints/<int:pk>/take/", eligibility.hint_take, name="hint_take"),
    path("hints/<int:pk>/decline/", eligibility.hint_decline, name="hint_decline"),
    path("hint-rules/<slug:code>/switch/", services.rule_switch, name="rule_switch"),
]
