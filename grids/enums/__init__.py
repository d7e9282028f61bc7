"""Code lists and thresholds of grid work, with their sources."""
