from django.urls import path

from governance.statistics.views import board, comparing, dictionary, saved

app_name = "statistics"
urlpatterns = [
    path("", board.show_board, name="board"),
    path("compare/", comparing.compare, name="compare"),
    path("groups/<str:group>/", board.show_group, name="group"),
    path("explain/<str:key>/", board.explain_indicator, name="explain"),
    path("dictionary/", dictionary.show_dictionary, name="dictionary"),
    path("dictionary/<str:key>/", dictionary.show_entry, name="entry"),
    path("views/new/", saved.view_new, name="view_new"),
    path("views/<int:pk>/", saved.view_change, name="view_change"),
    path("views/<int:pk>/drop/", saved.view_drop, name="view_drop"),
]
