from django.urls import path, register_converter
from django.urls.converters import StringConverter

from governance.areas.views import maps, tree


class AreaCodeConverter(StringConverter):
    regex = "[0-9]{1,18}"


register_converter(AreaCodeConverter, "area_code")

app_name = "areas"
urlpatterns = [
    path("", tree.AreaList.as_view(), name="area_list"),
    path("search/", tree.area_search, name="area_search"),
    path("<area_code:code>/", tree.area_detail, name="area_detail"),
    path("<area_code:code>/open/", tree.area_open, name="area_open"),
    path("<area_code:code>/rename/", tree.area_rename, name="area_rename"),
    path("<area_code:code>/move/", tree.area_move, name="area_move"),
    path("<area_code:code>/close/", tree.area_close, name="area_close"),
    path("<area_code:code>/map.json", maps.map_outlines, name="map_outlines"),
    path("<area_code:code>/maps/", maps.map_list, name="map_list"),
    path("<area_code:code>/maps/upload/", maps.map_upload, name="map_upload"),
    path("<area_code:code>/maps/withdraw/", maps.map_withdraw, name="map_withdraw"),
    path("maps/<int:pk>/use/", maps.map_use, name="map_use"),
]
