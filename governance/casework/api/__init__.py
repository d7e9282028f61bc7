"""The REST side of cases; `routes` lists what the router registers."""
