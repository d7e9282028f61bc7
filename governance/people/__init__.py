"""Users, roles, posts held for a time, log-in, sessions and API tokens."""
