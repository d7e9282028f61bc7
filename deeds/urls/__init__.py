from deeds.urls import backlog, desk, housing

app_name = "deeds"
urlpatterns = [*backlog.urlpatterns, *desk.urlpatterns, *housing.urlpatterns]
