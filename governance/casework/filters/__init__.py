"""What lists can be narrowed by, by noun."""
