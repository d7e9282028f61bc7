from django.apps import AppConfig


class PropertyConfig(AppConfig):
    name = "property"
    label = "property"
    verbose_name = "物业"
