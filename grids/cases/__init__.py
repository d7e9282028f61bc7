"""What the kinds of grid work bring along to the one queue, by noun."""
