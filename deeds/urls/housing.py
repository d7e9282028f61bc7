from django.urls import path

from deeds.views import housing, housing_ledgers, housing_verbs

urlpatterns = [
    path("housing/", housing.HousingList.as_view(), name="housing_list"),
    path("housing/register/", housing_verbs.housing_register, name="housing_register"),
    path("housing/milestones/", housing_ledgers.MilestoneList.as_view(), name="milestone_list"),
    path("housing/payouts/", housing_ledgers.PayoutList.as_view(), name="payout_list"),
    path("housing/deliveries/", housing_ledgers.DeliveryList.as_view(), name="delivery_list"),
    path("housing/questions/", housing_ledgers.QuestionList.as_view(), name="question_list"),
    path("housing/wall/<str:code>/", housing.housing_wall, name="housing_wall"),
    path("housing/<int:pk>/", housing.housing_detail, name="housing_detail"),
    path("housing/<int:pk>/money/", housing.housing_money, name="housing_money"),
    path("housing/<int:pk>/buyers/", housing.housing_buyers, name="housing_buyers"),
    path("housing/<int:pk>/progress/", housing.housing_report, name="housing_report"),
    path("housing/<int:pk>/do/<slug:verb>/", housing_verbs.housing_verb, name="housing_verb"),
    path(
        "housing/<int:pk>/<slug:rows>/<int:row>/<slug:verb>/",
        housing_verbs.housing_row_verb,
        name="housing_row_verb",
    ),
]
