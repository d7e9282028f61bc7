"""The floor as a web server serves it."""

import bench.floor.project  # noqa: F401  settings first

# isort: split
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
