"""The floor as a web server serves it."""

from django.core.wsgi import get_wsgi_application

import bench.floor.project  # noqa: F401  settings first

application = get_wsgi_application()
