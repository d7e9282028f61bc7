from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "governance.statistics"
    label = "statistics"
    verbose_name = "统计"
