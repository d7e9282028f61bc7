"""What mediation counts, by noun."""

from disputes.indicators import disputes, handling, litigation

DATASETS = [*disputes.DATASETS, *handling.DATASETS, *litigation.DATASETS]
INDICATORS = [*disputes.INDICATORS, *handling.INDICATORS, *litigation.INDICATORS]
