"""What people fill in for a cycle, its meeting and its tasks."""
