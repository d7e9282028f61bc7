"""The REST side of grid work; `routes` lists what the router registers."""
