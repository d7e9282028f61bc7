"""Rows as their pages show them: what happens next in words, the steps with their forms, by noun."""
