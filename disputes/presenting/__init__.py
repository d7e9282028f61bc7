"""Rows as the pages show them, by noun."""
