from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "governance.kernel"
    label = "kernel"
    verbose_name = "内核"
