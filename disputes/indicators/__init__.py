"""What mediation counts, by noun."""

from disputes.indicators import disputes, handling, litigation, standing

DATASETS = [*disputes.DATASETS, *handling.DATASETS, *litigation.DATASETS]
ALTERNATIVES = [*disputes.ALTERNATIVES, *litigation.ALTERNATIVES]
INDICATORS = [
    *disputes.INDICATORS,
    *handling.INDICATORS,
    *standing.INDICATORS,
    *disputes.CENTRES,
    *litigation.INDICATORS,
]
