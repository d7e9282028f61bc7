from django.apps import AppConfig
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate

from governance.statistics import facts, marks, registry, triggers, versions


class StatisticsConfig(AppConfig):
    name = "governance.statistics"
    label = "statistics"
    verbose_name = "统计"

    def ready(self):
        checks.register(_check_definitions)
        post_migrate.connect(_keep_facts, sender=self)


def _check_definitions(**kwargs):
    return [
        *(checks.Error(fault, id="statistics.E001") for fault in registry.faults()),
        *(checks.Warning(f"no module {path}", id="statistics.W001") for path in registry.missing()),
    ]


def _keep_facts(using, **kwargs):
    """After `migrate`: lay the triggers of the tables that exist; recount and note what they count otherwise."""
    tables = set(connections[using].introspection.table_names())
    if {"statistics_outbox", "areas_arealevel"} <= tables:
        ready = [dataset for dataset in registry.datasets() if dataset.table in tables]
        facts.rebuild_facts(triggers.lay_triggers(ready))
    if "statistics_stockstate" in tables:
        marks.keep_definitions(list(registry.stocks().values()))
    if "statistics_indicatorversion" in tables:
        versions.keep_versions(list(registry.indicators().values()))
