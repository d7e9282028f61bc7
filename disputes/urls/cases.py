"""One dispute. Its number may be any word, so these paths come after all others."""

from django.urls import path

from disputes.views import agreements, cases, group_agreement, parties, room, safety, sittings

urlpatterns = [
    path("", cases.DisputeList.as_view(), name="case_list"),
    path("register/", cases.case_register, name="case_register"),
    path("<str:number>/police/", safety.police_report, name="police_report"),
    path("<str:number>/police/<int:pk>/", safety.police_number, name="police_number"),
    path("<str:number>/minor/", safety.case_minor, name="case_minor"),
    path("<str:number>/agreement/", agreements.agreement_draft, name="agreement_draft"),
    path(
        "<str:number>/obligations/<int:pk>/perform/",
        agreements.obligation_perform,
        name="obligation_perform",
    ),
    path(
        "<str:number>/obligations/<int:pk>/release/",
        agreements.obligation_release,
        name="obligation_release",
    ),
    path("<str:number>/sittings/", sittings.sitting_record, name="sitting_record"),
    path("<str:number>/sittings/<int:pk>/", sittings.sitting_edit, name="sitting_edit"),
    path("<str:number>/", cases.case_detail, name="case_detail"),
    path("<str:number>/parties/<int:party>/<str:field>/reveal/", cases.party_reveal, name="party_reveal"),
    path("<str:number>/parties/add/", parties.parties_add, name="parties_add"),
    path("<str:number>/room/", room.room, name="room"),
    path("<str:number>/room/tasks/", room.room_task, name="room_task"),
    path("<str:number>/room/tasks/<int:pk>/", room.room_opinion, name="room_opinion"),
    path("<str:number>/room/representatives/", room.room_representatives, name="room_representatives"),
    path("<str:number>/room/results/", room.room_results, name="room_results"),
    path("<str:number>/room/agreement/", group_agreement.room_agreement, name="room_agreement"),
    path("<str:number>/room/signatures/", group_agreement.room_signatures, name="room_signatures"),
    path("<str:number>/room/conclude/", group_agreement.room_conclude, name="room_conclude"),
    path("<str:number>/<str:step>/", cases.case_step, name="case_step"),
]
