"""Lifecycles of grid work, by noun."""
