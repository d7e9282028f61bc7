"""Who may do what, and how a figure reads: pure predicates, by noun."""
