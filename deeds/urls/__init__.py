from django.urls import path

from deeds.urls import desk, housing
from deeds.views import backlog, homes

app_name = "deeds"
urlpatterns = [
    path("projects/", backlog.ProjectList.as_view(), name="project_list"),
    path("projects/<int:pk>/", backlog.project_detail, name="project_detail"),
    path("projects/<int:pk>/obstacles/", backlog.obstacle_open, name="obstacle_open"),
    path("projects/<int:pk>/issue/", homes.project_issue, name="project_issue"),
    path("projects/<int:pk>/steps/<slug:step>/", backlog.project_step, name="project_step"),
    path("obstacles/<int:pk>/close/", backlog.obstacle_close, name="obstacle_close"),
    path("homes/", homes.HomeList.as_view(), name="home_list"),
    path("homes/<int:pk>/register/", homes.home_register, name="home_register"),
    path("homes/<int:pk>/issue/", homes.home_issue, name="home_issue"),
    *desk.urlpatterns,
    *housing.urlpatterns,
]
