from django.urls import path

from governance.operations import views

app_name = "operations"
urlpatterns = [path("slow/", views.SlowStatementList.as_view(), name="slow_list")]
