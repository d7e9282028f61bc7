"""Workbooks in and out: guarded, read by their titles, typed cell by cell, and written without formulas."""
