from django.urls import path

from governance.dispatch import views

app_name = "dispatch"
urlpatterns = [
    path("cycles/", views.CycleList.as_view(), name="cycle_list"),
    path("cycles/<int:pk>/", views.cycle_detail, name="cycle_detail"),
    path("cycles/run/<slug:code>/", views.cycle_run, name="cycle_run"),
    path("notices/", views.NoticeList.as_view(), name="notice_list"),
    path("notices/<int:pk>/open/", views.notice_open, name="notice_open"),
]
