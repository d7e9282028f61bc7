"""What mediation counts, by noun."""

from disputes.indicators import disputes

DATASETS = [*disputes.DATASETS]
INDICATORS = [*disputes.INDICATORS]
