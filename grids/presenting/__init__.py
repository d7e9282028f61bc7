"""Rows as their pages show them: what happens next in words, the public page of a place, the steps with their forms."""
