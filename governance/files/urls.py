from django.urls import path

from governance.files.views import attachments, exports, imports

app_name = "files"
urlpatterns = [
    path("<uuid:number>/", attachments.attachment, name="attachment"),
    path("imports/", imports.ImportList.as_view(), name="import_list"),
    path("imports/new/", imports.import_new, name="import_new"),
    path("imports/template/", imports.import_template, name="import_template"),
    path("imports/<uuid:number>/", imports.import_detail, name="import_detail"),
    path("imports/<uuid:number>/apply/", imports.import_apply, name="import_apply"),
    path("imports/<uuid:number>/undo/", imports.import_undo, name="import_undo"),
    path("imports/<uuid:number>/result/", imports.import_result, name="import_result"),
    path("exports/", exports.export_list, name="export_list"),
    path("exports/new/", exports.export_new, name="export_new"),
    path("exports/<uuid:number>/file/", exports.export_file, name="export_file"),
]
