"""The portal in a worker's pocket: one page that knows nobody, and what a browser needs to keep it."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from grids.enums.visits import VisitOutcome
from grids.forms.visits import PlaceVisitForm, VisitForm

SCRIPT = "js/pocket/service_worker.js"
# What the page needs to show itself; a test compares it with what the page asks for.
SHELL_FILES = (
    "css/base.css",
    "css/components.css",
    "css/desk.css",
    "css/figures.css",
    "css/forms.css",
    "css/phone.css",
    "css/print.css",
    "css/tokens.css",
    "css/wall.css",
    "django_htmx/htmx-2.min.js",
    "img/mark.svg",
    "js/area_switcher.js",
    "js/charts.js",
    "js/frame.js",
    "js/keys.js",
    "js/pocket/content.js",
    "js/pocket/dom.js",
    "js/pocket/file.js",
    "js/pocket/forms.js",
    "js/pocket/leaving.js",
    "js/pocket/page.js",
    "js/pocket/place.js",
    "js/pocket/queue.js",
    "js/pocket/queue_view.js",
    "js/pocket/roster.js",
    "js/pocket/sealing.js",
    "js/pocket/sending.js",
    "js/pocket/shell.js",
    "js/pocket/store.js",
    "js/pocket/walk.js",
    "js/theme.js",
    "js/toast.js",
    "vendor/bootstrap-icons/sprite.svg",
    "vendor/bootstrap/bootstrap.min.css",
    "vendor/idb/index.js",
)


@login_not_required
@require_safe
@gzip_page
@cache_control(no_cache=True)
def pocket(request: HttpRequest) -> HttpResponse:
    """What waits to be sent; without a network, also the day, the roster and the forms. Filled by script alone.

    The same for everybody: a browser keeps this page, so nothing of a person or a session may be in it.
    """
    return HttpResponse(_shell())


def _shell() -> str:
    """Rendered without the request, so that no name, no area and no token can get in."""
    tabs = [tab | {"url": reverse(tab["url"])} for tab in settings.PHONE_TABS]
    forms = [(outcome, _unnumbered(VisitForm(outcome=outcome))) for outcome in VisitOutcome]
    context = {
        "frame": {"tabs": tabs, "area": None},
        "forms": forms,
        "report": _unnumbered(PlaceVisitForm(areas=[])),
        "csrf_token": "",
        "messages": [],
    }
    return render_to_string("grids/pocket.html", context)


def _unnumbered(form: VisitForm) -> VisitForm:
    """The number of a visit is made where it is written down: on the phone, each time the form is shown."""
    form.initial["client_uuid"] = ""
    return form


@login_not_required
@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that answers for the portal while there is no network; new whenever what it keeps is new."""
    shell = {
        "version": _version(_shell(), get_language()),
        "page": reverse("grids:pocket"),
        "files": [static(name) for name in SHELL_FILES],
    }
    body = f"const SHELL = {json.dumps(shell)};\nimportScripts({json.dumps(static(SCRIPT))});\n"
    return HttpResponse(body, content_type="text/javascript")


@cache
def _version(shell: str, language: str) -> str:
    digest = hashlib.sha256(f"{language}{shell}".encode())
    for name in (*SHELL_FILES, SCRIPT):
        digest.update(Path(finders.find(name)).read_bytes())
    return digest.hexdigest()[:16]


@login_not_required
@require_safe
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    """How the portal introduces itself to a home screen."""
    icons = [
        {
            "src": static(f"img/icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": use,
        }
        for size in (192, 512)
        for use in ("any", "maskable")
    ]
    content = {
        "name": _("善治"),
        "short_name": _("善治"),
        "description": _("基层治理与网格化服务"),
        "start_url": reverse("home"),
        "scope": "/",
        "display": "standalone",
        "lang": get_language(),
        "background_color": "#f6f7f9",
        "theme_color": "#1f5fa8",
        "icons": icons,
    }
    return JsonResponse(content, content_type="application/manifest+json")
