"""What the kinds of cases kept here bring along to the one queue."""
