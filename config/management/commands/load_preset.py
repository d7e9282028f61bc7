import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from governance.people.models import Role

PRESETS = Path(settings.BASE_DIR) / "config" / "presets"


class Command(BaseCommand):
    help = "Load a preset's roles. Loading again changes only what differs."

    def add_arguments(self, parser):
        parser.add_argument("name", help="a folder of config/presets, e.g. base")

    def handle(self, *, name: str, **options):
        path = PRESETS / name / "roles.json"
        if not path.is_file():
            raise CommandError(f"no such preset: {name}")
        with transaction.atomic():
            for row in json.loads(path.read_text()):
                Role.objects.update_or_create(code=row.pop("code"), defaults=row)
