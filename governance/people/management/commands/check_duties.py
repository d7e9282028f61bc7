from django.core.management.base import BaseCommand, CommandError

from governance.people.actions.leaving import orphans


class Command(BaseCommand):
    help = "Check that nothing open is owned by an abolished post or by a person without a live post there."

    def handle(self, **options):
        found = {key: count for key, count in orphans().items() if count}
        if found:
            words = ", ".join(f"{key} {count}" for key, count in found.items())
            raise CommandError(f"without an owner: {words}")
        self.stdout.write("duties: everything open has an owner")
