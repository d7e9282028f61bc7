from django.urls import path, register_converter
from django.urls.converters import StringConverter

from governance.areas import views


class AreaCodeConverter(StringConverter):
    regex = "[0-9]{1,18}"


register_converter(AreaCodeConverter, "area_code")

app_name = "areas"
urlpatterns = [
    path("", views.AreaList.as_view(), name="area_list"),
    path("search/", views.area_search, name="area_search"),
    path("<area_code:code>/", views.area_detail, name="area_detail"),
    path("<area_code:code>/open/", views.area_open, name="area_open"),
    path("<area_code:code>/rename/", views.area_rename, name="area_rename"),
    path("<area_code:code>/move/", views.area_move, name="area_move"),
    path("<area_code:code>/close/", views.area_close, name="area_close"),
]
