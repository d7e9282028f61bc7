"""What is printed, by noun."""
