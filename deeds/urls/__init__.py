from django.urls import path

from deeds.urls import backlog as backlog_urls
from deeds.views import housing

app_name = "deeds"
urlpatterns = [
    *backlog_urls.urlpatterns,
    path("housing/", housing.HousingList.as_view(), name="housing_list"),
    path("housing/<int:pk>/", housing.housing_detail, name="housing_detail"),
    path("housing/<int:pk>/progress/", housing.housing_report, name="housing_report"),
]
