"""What purchasers open by the code on the wall of the sales office."""

from django.urls import re_path

from deeds.views import purchasers
from grids.enums.public import TOKEN_PATTERN

app_name = "housing_public"
_CODE = TOKEN_PATTERN.replace("<token>", "<code>")
urlpatterns = [
    re_path(rf"^{_CODE}/$", purchasers.project, name="project"),
    re_path(rf"^{_CODE}/verify/$", purchasers.verify, name="verify"),
    re_path(rf"^{_CODE}/ask/$", purchasers.ask, name="ask"),
    re_path(rf"^{_CODE}/photos/(?P<number>[0-9a-f-]{{36}})/$", purchasers.photo, name="photo"),
]
