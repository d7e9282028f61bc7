from django.conf import settings
from django.core.management.base import BaseCommand
from drf_spectacular.generators import SchemaGenerator

from config.client import draw_client

CLIENT = settings.BASE_DIR / "docs" / "api" / "client" / "shanzhi.py"


class Command(BaseCommand):
    help = "Writes docs/api/client/shanzhi.py, the Python client, from the description of the API."

    def handle(self, *args, **options):
        CLIENT.parent.mkdir(exist_ok=True)
        CLIENT.write_text(draw_client(SchemaGenerator().get_schema(request=None, public=True)))
        self.stdout.write(f"{CLIENT.relative_to(settings.BASE_DIR)} is up to date.")
