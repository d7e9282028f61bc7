"""Rows as pages and papers show them, by noun."""
