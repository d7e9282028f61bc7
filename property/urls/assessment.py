from django.urls import path

from property.views.assessment import assessments, mandates, rectifications, rounds, sheets

urlpatterns = [
    path("rounds/", rounds.RoundList.as_view(), name="round_list"),
    path("rounds/open/", rounds.round_open, name="round_open"),
    path("rounds/<int:pk>/", rounds.round_detail, name="round_detail"),
    path("rounds/<int:pk>/cancel/", rounds.round_cancel, name="round_cancel"),
    path("rounds/<int:pk>/paper/", rounds.round_paper, name="round_paper"),
    path("rounds/<int:pk>/<slug:step>/", rounds.round_step, name="round_step"),
    path("assessments/", assessments.AssessmentList.as_view(), name="assessment_list"),
    path("assessments/<int:pk>/", assessments.assessment_detail, name="assessment_detail"),
    path("assessments/<int:pk>/sheet/", assessments.assessment_sheet, name="assessment_sheet"),
    path("assessments/<int:pk>/score/<slug:rater>/", assessments.assessment_score, name="assessment_score"),
    path("assessments/<int:pk>/slips/", assessments.assessment_slips, name="assessment_slips"),
    path("assessments/<int:pk>/appeal/", assessments.assessment_appeal, name="assessment_appeal"),
    path("assessments/<int:pk>/rectify/", assessments.assessment_rectify, name="assessment_rectify"),
    path("appeals/<int:pk>/decide/", assessments.appeal_decide, name="appeal_decide"),
    path("score-sheets/", sheets.SheetList.as_view(), name="sheet_list"),
    path("score-sheets/draft/", sheets.sheet_draft, name="sheet_draft"),
    path("score-sheets/<int:pk>/", sheets.sheet_detail, name="sheet_detail"),
    path("score-sheets/<int:pk>/revise/", sheets.sheet_revise, name="sheet_revise"),
    path("score-sheets/<int:pk>/renew/", sheets.sheet_renew, name="sheet_renew"),
    path("score-sheets/<int:pk>/<slug:step>/", sheets.sheet_step, name="sheet_step"),
    path("mandates/", mandates.MandateList.as_view(), name="mandate_list"),
    path("mandates/give/", mandates.mandate_give, name="mandate_give"),
    path("mandates/<int:pk>/end/", mandates.mandate_end, name="mandate_end"),
    path("rectifications/", rectifications.RectificationList.as_view(), name="rectification_list"),
    path("rectifications/<slug:number>/", rectifications.rectification_detail, name="rectification_detail"),
    path(
        "rectifications/<slug:number>/<slug:step>/",
        rectifications.rectification_step,
        name="rectification_step",
    ),
    path("cards/", rectifications.CardList.as_view(), name="card_list"),
    path("cards/<int:pk>/lift/", rectifications.card_lift, name="card_lift"),
]
