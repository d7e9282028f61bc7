from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "governance.areas"
    label = "areas"
    verbose_name = "区划与网格"
