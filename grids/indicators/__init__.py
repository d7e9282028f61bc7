"""What the work in the grids counts, by noun."""

from grids.indicators import errands, events, ground, party

DATASETS = [*ground.DATASETS, *events.DATASETS, *errands.DATASETS]
INDICATORS = [*ground.INDICATORS, *events.INDICATORS, *errands.INDICATORS, *party.INDICATORS]
