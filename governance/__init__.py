"""The shared ground every other app stands on: one small app per subject."""
