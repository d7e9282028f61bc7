from django.urls import path

from deeds.views import desk

urlpatterns = [
    path("desk/", desk.DeskList.as_view(), name="desk_list"),
    path("desk/new/", desk.desk_new, name="desk_new"),
    path("desk/<int:pk>/", desk.desk_detail, name="desk_detail"),
    path("desk/<int:pk>/book/", desk.desk_book, name="desk_book"),
    path("desk/<int:pk>/stamp/", desk.desk_stamp, name="desk_stamp"),
    path("desk/<int:pk>/send-back/", desk.desk_send_back, name="desk_send_back"),
    path("desk/<int:pk>/report/", desk.desk_report, name="desk_report"),
]
