"""What goes out and what a client hands in, by noun."""
