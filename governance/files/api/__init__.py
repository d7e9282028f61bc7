from governance.files.api.jobs import ROUTES

__all__ = ["ROUTES"]
