"""What an officer fills in, by noun."""
