"""The demo city: a seeded generator of believable rows. Loaded in demo mode only."""
