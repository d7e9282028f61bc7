from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.health import PARTS
from config.models import Heartbeat


class Command(BaseCommand):
    help = "后台任务还在工作吗？心跳太旧则以错误退出，供容器的健康检查使用。"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("part", choices=PARTS)
        parser.add_argument("--older-than", type=float, default=settings.HEARTBEAT_STALE_AFTER)

    def handle(self, *, part, older_than, **options):
        age = Heartbeat.ages().get(part)
        if age is None or age > older_than:
            raise CommandError(f"{part}: 没有心跳" if age is None else f"{part}: 上次心跳在 {age:.0f} 秒前")
        self.stdout.write(f"{part}: {age:.0f} s")
