"""Columns of the ledgers. Doors, names of residents and notes are not in them."""
