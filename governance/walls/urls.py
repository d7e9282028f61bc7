from django.urls import path

from governance.walls.views import screens, walls

app_name = "walls"
urlpatterns = [
    path("", walls.WallList.as_view(), name="wall_list"),
    path("open/", walls.wall_open, name="wall_open"),
    path("live/", screens.live, name="live"),
    path("live/figures/", screens.live_figures, name="live_figures"),
    path("<int:pk>/revoke/", walls.wall_revoke, name="wall_revoke"),
]
