from django.urls import path

from governance.statistics.views import board, categories, comparing, dictionary, roles, saved

app_name = "statistics"
urlpatterns = [
    path("", board.show_board, name="board"),
    path("compare/", comparing.compare, name="compare"),
    path("groups/<str:group>/", board.show_group, name="group"),
    path("explain/<str:key>/", board.explain_indicator, name="explain"),
    path("dictionary/", dictionary.show_dictionary, name="dictionary"),
    path("dictionary/<str:key>/", dictionary.show_entry, name="entry"),
    path("roles/", roles.role_board_list, name="role_board_list"),
    path("roles/<slug:code>/", roles.role_board_change, name="role_board_change"),
    path("roles/<slug:code>/reset/", roles.role_board_reset, name="role_board_reset"),
    path("categories/<str:key>/", categories.categories, name="categories"),
    path("views/new/", saved.view_new, name="view_new"),
    path("views/<int:pk>/", saved.view_change, name="view_change"),
    path("views/<int:pk>/drop/", saved.view_drop, name="view_drop"),
]
