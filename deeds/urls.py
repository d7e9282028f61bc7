app_name = "deeds"
urlpatterns: list = []
