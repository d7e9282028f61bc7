"""Cycles and tasks as their pages show them, in words."""
