"""Columns of lists and files, by noun."""
