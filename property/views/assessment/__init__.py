"""Pages of the assessment of property projects, by noun."""
