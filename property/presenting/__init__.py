"""Rows as a page shows them, by noun."""
