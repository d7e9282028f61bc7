"""The REST side of disputes; `routes` lists what the router registers."""
