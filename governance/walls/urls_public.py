from django.urls import path

from governance.walls.views import screens

app_name = "wall"
urlpatterns = [
    path("<str:secret>/", screens.show, name="show"),
    path("<str:secret>/figures/", screens.figures, name="figures"),
    path("<str:secret>/map.json", screens.outlines, name="outlines"),
]
