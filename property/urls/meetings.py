from django.urls import path

from property import views

urlpatterns = [
    path("meetings/", views.MeetingList.as_view(), name="meeting_list"),
    path("compounds/<int:pk>/meetings/new/", views.meeting_new, name="meeting_new"),
    path("meetings/<int:pk>/", views.meeting_detail, name="meeting_detail"),
    path("meetings/<int:pk>/edit/", views.meeting_edit, name="meeting_edit"),
    path("meetings/<int:pk>/sheet/", views.meeting_sheet, name="meeting_sheet"),
    path("meetings/<int:pk>/matters/add/", views.matter_add, name="matter_add"),
    path("meetings/<int:pk>/matters/<int:matter>/remove/", views.matter_remove, name="matter_remove"),
    path("meetings/<int:pk>/count/", views.meeting_count, name="meeting_count"),
    path("meetings/<int:pk>/<slug:step>/", views.meeting_step, name="meeting_step"),
]
