"""The one dated tree of areas, from the city down to the building group, and its codes."""
