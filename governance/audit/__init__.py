"""The append-only trail of who did what, sealed in chained batches, and the reasons given for unmasking."""
