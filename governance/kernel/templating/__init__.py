"""Word templates that officials may edit: what they may name, how they are read and filled."""
