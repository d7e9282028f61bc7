from django.urls import path

from governance.casework import views

app_name = "casework"
urlpatterns = [path("", views.Queue.as_view(), name="queue")]
