"""What is reported of a whole area: what the courts filed, disputes by category, the standard's fields."""

from django.urls import path

from disputes.views import categories, litigation

urlpatterns = [
    path("litigation/", litigation.LitigationList.as_view(), name="litigation_list"),
    path("litigation/report/", litigation.litigation_report, name="litigation_report"),
    path("litigation/rates/", litigation.litigation_rates, name="litigation_rates"),
    path("litigation/rates/define/", litigation.rate_define, name="rate_define"),
    path("litigation/<int:pk>/", litigation.litigation_detail, name="litigation_detail"),
    path("litigation/<int:pk>/correct/", litigation.litigation_correct, name="litigation_correct"),
    path("standard.csv", categories.standard_file, name="standard_file"),
    path("categories/", categories.category_report, name="category_report"),
    path("categories/map/", categories.category_map, name="category_map"),
    path("categories/map/<str:scheme>/<str:code>/", categories.category_map_edit, name="category_map_edit"),
]
