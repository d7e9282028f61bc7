from django.core.management.base import BaseCommand, CommandError

from config.privacy.register import FILE, faults, missing, read_register, stale


class Command(BaseCommand):
    help = "核对个人信息登记表（config/privacy/fields.csv）：缺的、过时的、写得不对的。"
    requires_system_checks = []

    def handle(self, **options):
        entries = read_register()
        lacking, gone, wrong = missing(entries), stale(entries), faults(entries)
        for key in lacking:
            model, _dot, field = key.rpartition(".")
            self.stdout.write(f"+ {model},{field},,,,,")
        for key in gone:
            self.stdout.write(f"- {key}")
        for fault in wrong:
            self.stdout.write(f"! {fault}")
        if lacking or gone or wrong:
            raise CommandError(f"{FILE.name}: 缺 {len(lacking)}，过时 {len(gone)}，有误 {len(wrong)}")
        kinds = [entry.kind for entry in entries]
        self.stdout.write(
            f"{FILE.name}: {len(kinds)} 个字段，个人信息 {kinds.count('personal')}，加密 {kinds.count('sealed')}"
        )
