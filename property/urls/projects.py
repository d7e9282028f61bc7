from django.urls import path

from property.views import boards, companies, complaints, fees, projects

urlpatterns = [
    path("board/", boards.board, name="board"),
    path("rates/", boards.rates, name="rates"),
    path("companies/new/", companies.company_new, name="company_new"),
    path("companies/<int:pk>/edit/", companies.company_edit, name="company_edit"),
    path("companies/<int:pk>/close/", companies.company_close, name="company_close"),
    path("companies/<int:pk>/party/end/", companies.company_party_end, name="company_party_end"),
    path("projects/", projects.ProjectList.as_view(), name="project_list"),
    path("projects/<int:pk>/", projects.project_detail, name="project_detail"),
    path("projects/<int:pk>/renew/", projects.project_renew, name="project_renew"),
    path("projects/<int:pk>/manager/", projects.project_manager, name="project_manager"),
    path("projects/<int:pk>/describe/", projects.project_describe, name="project_describe"),
    path("projects/<int:pk>/fee/", projects.project_fee, name="project_fee"),
    path("projects/<int:pk>/reveal/<slug:name>/", projects.project_reveal, name="project_reveal"),
    path("projects/<int:pk>/complain/", complaints.complaint_new, name="complaint_new"),
    path("complaints/", complaints.ComplaintList.as_view(), name="complaint_list"),
    path("fees/", fees.FeeList.as_view(), name="fee_list"),
]
