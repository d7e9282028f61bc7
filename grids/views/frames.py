from governance.people.frames import frame_of

__all__ = ["frame_of"]
