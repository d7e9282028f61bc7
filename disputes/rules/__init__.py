"""Pure predicates and fillings, by noun."""
