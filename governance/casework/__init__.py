"""One numbered case with a clock, an owner and a timeline, whatever its kind: the one queue."""
