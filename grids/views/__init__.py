"""Pages: `phone` for the worker on the way, the rest for the desk and both."""
