from django.urls import path

from governance.party import views

app_name = "party"
urlpatterns = [
    path("orgs/", views.OrgList.as_view(), name="org_list"),
    path("orgs/tree/", views.org_tree, name="org_tree"),
    path("orgs/<int:pk>/", views.org_detail, name="org_detail"),
    path("orgs/<int:pk>/establish/", views.org_establish, name="org_establish"),
    path("orgs/<int:pk>/dissolve/", views.org_dissolve, name="org_dissolve"),
    path("orgs/<int:pk>/rename/", views.org_rename, name="org_rename"),
    path("orgs/<int:pk>/print/", views.org_print, name="org_print"),
    path("orgs/<int:pk>/move/", views.org_move, name="org_move"),
    path("orgs/<int:pk>/merge/", views.org_merge, name="org_merge"),
    path("orgs/<int:pk>/split/", views.org_split, name="org_split"),
    path("orgs/<int:pk>/elect/", views.org_elect, name="org_elect"),
    path("orgs/<int:pk>/revise/", views.org_revise, name="org_revise"),
    path("orgs/<int:pk>/areas/new/", views.area_serve, name="area_serve"),
    path("orgs/<int:pk>/areas/<int:link>/end/", views.area_leave, name="area_leave"),
    path("orgs/<int:pk>/members/new/", views.member_seat, name="member_seat"),
    path("orgs/<int:pk>/members/<int:link>/end/", views.member_unseat, name="member_unseat"),
    path("teams/", views.TeamList.as_view(), name="team_list"),
]
