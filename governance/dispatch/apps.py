from django.apps import AppConfig


class DispatchConfig(AppConfig):
    name = "governance.dispatch"
    label = "dispatch"
    verbose_name = "调度"
