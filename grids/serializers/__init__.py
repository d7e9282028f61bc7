"""Rows out, and the two things that come in. Lists carry no door, no resident and no note."""
