from django.apps import AppConfig
from django.core import checks

from governance.areas.checks import check_chinese_text


class AreasConfig(AppConfig):
    name = "governance.areas"
    label = "areas"
    verbose_name = "区划与网格"

    def ready(self):
        checks.register(check_chinese_text, checks.Tags.database)
