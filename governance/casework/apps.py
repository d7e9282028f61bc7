from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "governance.casework"
    label = "casework"
    verbose_name = "办件"
