from django.urls import path

from governance.statistics.views import board

app_name = "statistics"
urlpatterns = [
    path("", board.show_board, name="board"),
    path("groups/<str:group>/", board.show_group, name="group"),
    path("explain/<str:key>/", board.explain_indicator, name="explain"),
]
