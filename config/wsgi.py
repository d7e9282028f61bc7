"""Entry point of the web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PROCESS_KIND", "web")
application = get_wsgi_application()

from config import urls  # noqa: E402, F401 - every page loaded before the first is asked for
