"""The verbs of grid work, by noun."""
