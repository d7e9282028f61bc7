from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "governance.files"
    label = "files"
    verbose_name = "附件与表格"
