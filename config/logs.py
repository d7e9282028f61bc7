"""Where log lines go: the standard error stream, which the supervisor, systemd or the container keeps."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEVELS = {"web": "INFO", "worker": "INFO", "beat": "INFO", "command": "WARNING"}


def logging_of(kind: str, level: str = "") -> dict:
    """One handler for all. Requests and tasks are told of from `level` on, libraries from WARNING on.

    Answers of 4xx are no faults, and neither is a host name that a scanner made up.
    """
    level = level or LEVELS[kind]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "governance.kernel.logs.JsonFormatter", "process": kind, "root": ROOT}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "shanzhi": {"level": level},
            **{name: {"level": level} for name in ("governance", "grids", "disputes", "property", "deeds")},
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.request": {"level": "ERROR"},
            "django.security": {"level": "ERROR"},
            "gunicorn.error": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        },
    }
