"""What holds for a dispute, asked without writing, by noun."""
