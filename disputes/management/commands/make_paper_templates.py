from django.core.management.base import BaseCommand

from disputes.papers.sheets.shipping import FOLDER, draw_all


class Command(BaseCommand):
    help = "Draw the templates of the dossier's papers that ship with the portal, after a change in papers/sheets."

    def handle(self, **options):
        draw_all()
        self.stdout.write(f"written to {FOLDER}")
