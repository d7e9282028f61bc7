from django.urls import path

from governance.statistics import views

app_name = "statistics"
urlpatterns = [
    path("", views.show_board, name="board"),
    path("groups/<str:group>/", views.show_group, name="group"),
    path("explain/<str:key>/", views.explain_indicator, name="explain"),
]
