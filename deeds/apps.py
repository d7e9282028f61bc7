from django.apps import AppConfig


class DeedsConfig(AppConfig):
    name = "deeds"
    label = "deeds"
    verbose_name = "办证与保交楼"
