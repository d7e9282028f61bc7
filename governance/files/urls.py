from django.urls import path

from governance.files import views

app_name = "files"
urlpatterns = [
    path("<uuid:number>/", views.attachment, name="attachment"),
]
