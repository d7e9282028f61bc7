from django.core.management.base import BaseCommand, CommandError

from governance.audit.models import AuditSeal
from governance.audit.sealing import seal_events, verify


class Command(BaseCommand):
    help = "Seal what is new, then check the whole trail against its seals and the exported heads."

    def handle(self, **options):
        while seal_events():
            pass
        flaws = verify()
        for flaw in flaws:
            self.stderr.write(f"seal {flaw.seal_id}: {flaw.text}")
        if flaws:
            raise CommandError(f"{len(flaws)} flaws in the audit trail")
        self.stdout.write(f"audit trail whole: {AuditSeal.objects.count()} seals")
