"""What mediation counts, by noun."""

from disputes.indicators import disputes, handling

DATASETS = [*disputes.DATASETS, *handling.DATASETS]
INDICATORS = [*disputes.INDICATORS, *handling.INDICATORS]
