"""What whoever drew a number in the hall opens without a log-in."""

from django.urls import path

from disputes.views import waiting

app_name = "waiting"
urlpatterns = [path("<str:slip>/", waiting.ticket, name="ticket")]
