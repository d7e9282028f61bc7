#!/usr/bin/env python
"""Django's command line for this project: a command has the embedded servers for as long as it runs."""

import os
import sys

# `up` starts them itself; the others need neither database nor broker.
WITHOUT_SERVERS = {
    "up",
    "help",
    "version",
    "collectstatic",
    "compilemessages",
    "makemessages",
    "privacy_register",
    "spectacular",
}


def main(argv):
    from django.conf import settings
    from django.core.management import execute_from_command_line

    from config.embedded.ownership import borrowed
    from config.embedded.postgres import PostgresServer

    name = argv[1] if len(argv) > 1 else "help"
    if name in WITHOUT_SERVERS or name.startswith("-") or "--help" in argv:
        execute_from_command_line(argv)
        return
    os.environ["PATH"] = os.pathsep.join([str(PostgresServer(settings.VAR_DIR).tools), os.environ["PATH"]])
    with borrowed(settings, what=f"manage.py {name}"):
        execute_from_command_line(argv)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("PROCESS_KIND", "command")
    main(sys.argv)
