"""What the work on property brings before the weekly dispatch, by noun."""
