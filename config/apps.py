from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "config"
    label = "config"
    verbose_name = "项目"

    def ready(self):
        from config import celery  # noqa: F401 - makes ours the app of every shared task
