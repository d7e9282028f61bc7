"""Pure predicates, by noun."""
