"""Published results of assessment, for everybody."""

from django.urls import path

from property.views.assessment import results

app_name = "results"
urlpatterns = [
    path("", results.result_list, name="list"),
    path("<int:pk>/", results.result_round, name="round"),
]
