"""What a locked account or address is told: how long, and nothing about whether the account exists."""

from datetime import timedelta

from axes.models import AccessFailureLog
from django.conf import settings
from django.shortcuts import render
from django.utils import timezone


def answer_locked(request, response=None, credentials=None):
    """The page after too many wrong passwords."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    answer = render(request, "people/locked.html", {"minutes": minutes}, status=429)
    answer["Retry-After"] = str(minutes * 60)
    return answer


def is_address_locked(address: str) -> bool:
    """Whether one address failed too often for any account; the limit is high, as offices share an address."""
    since = timezone.now() - timedelta(minutes=15)
    failures = AccessFailureLog.objects.filter(ip_address=address, attempt_time__gte=since).count()
    return failures >= settings.LOGIN_FAILURES_PER_ADDRESS
