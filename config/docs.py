"""The description of the API and its pages, served from here without the network."""

from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

schema = login_not_required(SpectacularAPIView.as_view())

# The documentation page styles its parts one by one; it shows no personal data.
docs = login_not_required(
    csp_update({"style-src": ["'self'", "'unsafe-inline'"]})(
        SpectacularSwaggerSplitView.as_view(url_name="api_schema")
    )
)
