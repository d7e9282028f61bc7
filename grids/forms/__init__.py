"""Input to clean values, by noun."""
