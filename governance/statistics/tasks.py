import logging

from celery import shared_task

from governance.statistics import facts, registry, snapshots, stocks

log = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def drain_outbox():
    """Every two seconds; a run that finds another at work leaves at once."""
    if taken := facts.drain():
        log.debug("drained %s differences", taken)


@shared_task(ignore_result=True)
def keep_stocks():
    """Every three seconds; a run that finds another at work leaves at once."""
    if counted := stocks.sweep(registry.stocks()):
        log.debug("counted %s stocks", counted)


@shared_task(ignore_result=True)
def take_nightly_snapshots():
    """After midnight; nights missed are caught up."""
    log.info("took %s snapshots", snapshots.catch_up_snapshots())
