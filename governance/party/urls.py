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
    path("teams/", views.TeamList.as_view(), name="team_list"),
]
