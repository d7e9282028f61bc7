from django.urls import path

from property import views
from property.urls import assessment, committees, meetings, programmes, projects

app_name = "property"
urlpatterns = [
    path("compounds/", views.CompoundList.as_view(), name="compound_list"),
    path("compounds/<int:pk>/", views.compound_detail, name="compound_detail"),
    path("compounds/<int:pk>/sign/", views.contract_sign, name="contract_sign"),
    path("compounds/<int:pk>/committee/", views.committee_form, name="committee_form"),
    path("contracts/<int:pk>/end/", views.contract_end, name="contract_end"),
    path("committees/<int:pk>/dissolve/", views.committee_dissolve, name="committee_dissolve"),
    *committees.urlpatterns,
    *meetings.urlpatterns,
    path("companies/", views.CompanyList.as_view(), name="company_list"),
    path("companies/<int:pk>/", views.company_detail, name="company_detail"),
    path("companies/<int:pk>/party/", views.company_party, name="company_party"),
    *projects.urlpatterns,
    *programmes.urlpatterns,
    *assessment.urlpatterns,
]
