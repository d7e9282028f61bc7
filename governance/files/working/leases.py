"""Who is at a job: a worker takes a lease and renews it with every chunk; a lease run out is free to take."""

import uuid

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from governance.files.enums import LEASE
from governance.files.models import TableExport, TableImport


class LeaseLost(Exception):
    """Another worker has taken the job over; this one stops where it is."""


def claim(model: type[TableImport] | type[TableExport]):
    """The job that has waited longest, leased to the caller; None when there is none to do."""
    now = timezone.now()
    free = Q(lease__isnull=True) | Q(heartbeat_at__lt=now - LEASE)
    with transaction.atomic():
        waiting = model.objects.worked_on().filter(free).select_for_update(skip_locked=True, of=("self",))
        job = waiting.order_by(F("heartbeat_at").asc(nulls_first=True), "pk").first()
        if job is not None:
            job.lease, job.heartbeat_at = uuid.uuid4(), now
            job.save(update_fields=["lease", "heartbeat_at"])
    return job


def hold(job):
    """The job's row, locked in the caller's transaction, as long as the lease is still the caller's."""
    held = (
        type(job).objects.select_for_update(of=("self",)).select_related("area", "created_by").get(pk=job.pk)
    )
    if held.lease != job.lease:
        raise LeaseLost
    held.heartbeat_at = timezone.now()
    return held


def release(job) -> None:
    type(job).objects.filter(pk=job.pk, lease=job.lease).update(lease=None)


def beat(job) -> None:
    """Say that the work goes on, outside any transaction of the job's own rows."""
    held = type(job).objects.filter(pk=job.pk, lease=job.lease)
    if not held.update(heartbeat_at=timezone.now()):
        raise LeaseLost
