from django.urls import path

from governance.areas import views

app_name = "areas"
urlpatterns = [
    path("", views.AreaList.as_view(), name="area_list"),
    path("search/", views.area_search, name="area_search"),
    path("<str:code>/", views.area_detail, name="area_detail"),
    path("<str:code>/open/", views.area_open, name="area_open"),
    path("<str:code>/rename/", views.area_rename, name="area_rename"),
    path("<str:code>/move/", views.area_move, name="area_move"),
    path("<str:code>/close/", views.area_close, name="area_close"),
]
