from django.urls import path

from property import views

urlpatterns = [
    path("committees/", views.CommitteeList.as_view(), name="committee_list"),
    path("committees/<int:pk>/", views.committee_detail, name="committee_detail"),
    path("committees/<int:pk>/file/", views.committee_file, name="committee_file"),
    path("committees/<int:pk>/members/add/", views.member_add, name="member_add"),
    path("committees/<int:pk>/members/<int:member>/end/", views.member_end, name="member_end"),
    path("committees/<int:pk>/members/<int:member>/phone/", views.member_phone, name="member_phone"),
    path("committees/<int:pk>/members/<int:member>/reveal/", views.member_reveal, name="member_reveal"),
]
