"""Papers: the committees that sign them, their templates, the dossier of a dispute."""

from django.urls import path

from disputes.views import committees, dossiers, templates

urlpatterns = [
    path("committees/", committees.CommitteeList.as_view(), name="committee_list"),
    path("committees/new/", committees.committee_new, name="committee_new"),
    path("committees/<int:pk>/", committees.committee_edit, name="committee_edit"),
    path("templates/", templates.template_list, name="template_list"),
    path("templates/versions/<int:pk>/", templates.template_version, name="template_version"),
    path("templates/versions/<int:pk>/withdraw/", templates.template_withdraw, name="template_withdraw"),
    path("templates/<str:kind>/", templates.template_detail, name="template_detail"),
    path("templates/<str:kind>/file/", templates.template_file, name="template_file"),
    path("templates/<str:kind>/sample/", templates.template_sample, name="template_sample"),
    path("<str:number>/dossier/", dossiers.dossier_detail, name="dossier_detail"),
    path("<str:number>/dossier/file/", dossiers.dossier_file, name="dossier_file"),
    path("<str:number>/dossier/pack/", dossiers.dossier_pack, name="dossier_pack"),
    path("<str:number>/dossier/<str:kind>/", dossiers.paper_make, name="paper_make"),
    path("<str:number>/dossier/<str:kind>/pages/", dossiers.paper_pages, name="paper_pages"),
    path("<str:number>/dossier/<str:kind>/original/", dossiers.paper_original, name="paper_original"),
    path("<str:number>/dossier/<str:kind>/take-out/", dossiers.paper_take_out, name="paper_take_out"),
]
