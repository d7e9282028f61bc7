"""The lifecycles of the room, by noun."""
