"""The only place that knows all apps: settings, addresses, the API router, the schedule, the servers."""
