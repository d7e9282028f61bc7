from django.urls import path

from governance.integrity import views

app_name = "integrity"
urlpatterns = [
    path("", views.show_board, name="board"),
    path("findings/", views.FindingList.as_view(), name="finding_list"),
    path("run/", views.ask_for_all, name="ask_all"),
    path("run/<slug:code>/", views.ask_for_one, name="ask"),
]
