"""What the work in the grids counts, by noun."""

from grids.indicators import events, ground

DATASETS = [*ground.DATASETS, *events.DATASETS]
INDICATORS = [*ground.INDICATORS, *events.INDICATORS]
