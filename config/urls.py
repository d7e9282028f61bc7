"""Every address of the portal."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from config import docs, health, metrics
from config.gallery import gallery
from config.search import search
from governance.people.views import accounts
from grids.views import pocket

handler404 = "governance.kernel.answers.answer_unknown"
handler500 = "governance.kernel.answers.answer_fault"
urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("", accounts.home, name="home"),
    path("search/", search, name="search"),
    path("sw.js", pocket.service_worker, name="service_worker"),
    path("manifest.webmanifest", pocket.manifest, name="manifest"),
    path("i18n/language/", login_not_required(require_POST(set_language)), name="set_language"),
    path("account/", include("governance.people.urls")),
    path("areas/", include("governance.areas.urls")),
    path("board/", include("governance.statistics.urls")),
    path("walls/", include("governance.walls.urls")),
    path("wall/", include("governance.walls.urls_public")),
    path("files/", include("governance.files.urls")),
    path("integrity/", include("governance.integrity.urls")),
    path("operations/", include("governance.operations.urls")),
    path("party/", include("governance.party.urls")),
    path("cases/", include("governance.casework.urls")),
    path("dispatch/", include("governance.dispatch.urls")),
    path("grids/", include("grids.urls")),
    path("p/queue/", include("disputes.urls_public")),
    path("p/housing/", include("deeds.urls.public")),
    path("p/property/", include("property.urls_public")),
    path("p/", include("grids.urls_public")),
    path("disputes/", include("disputes.urls")),
    path("property/", include("property.urls")),
    path("deeds/", include("deeds.urls")),
    path("gallery/", gallery, name="gallery"),
    path("admin/", admin.site.urls),
    path("api/schema/", docs.schema, name="api_schema"),
    path("api/docs/", docs.docs, name="api_docs"),
    path("api/v1/", include("config.api")),
]
