"""The house of the centre: receptions, the counter and its numbers, drafts, receipts."""

from django.urls import path

from disputes.views import centres, counter, drafts, receipts, receptions

urlpatterns = [
    path("receptions/", receptions.ReceptionList.as_view(), name="reception_list"),
    path("matters/", receptions.MatterList.as_view(), name="matter_list"),
    path("matters/<int:pk>/", receptions.matter_dispose, name="matter_dispose"),
    path("counter/", counter.counter, name="counter"),
    path("tickets/<int:pk>/slip/", counter.ticket_slip, name="ticket_slip"),
    path("tickets/<int:pk>/<str:step>/", counter.ticket_step, name="ticket_step"),
    path("drafts/", drafts.draft_list, name="draft_list"),
    path("drafts/<int:pk>/discard/", drafts.draft_discard, name="draft_discard"),
    path("centres/", centres.CentreList.as_view(), name="centre_list"),
    path("centres/<int:pk>/", centres.centre_detail, name="centre_detail"),
    path("centres/<int:pk>/hall/", centres.hall, name="hall"),
    path("centres/<int:pk>/tickets/", counter.ticket_draw, name="ticket_draw"),
    path("centres/<int:pk>/tickets/next/", counter.ticket_next, name="ticket_next"),
    path("centres/<int:pk>/manage/", centres.centre_manage, name="centre_manage"),
    path("centres/<int:pk>/manage/<str:part>/", centres.centre_add, name="centre_add"),
    path("centres/<int:pk>/manage/<str:part>/<int:row>/end/", centres.centre_end, name="centre_end"),
    path("receipts/<str:key>/", receipts.receipt, name="receipt"),
]
