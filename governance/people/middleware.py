from datetime import datetime

from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware as DjangoLoginRequired
from django.shortcuts import redirect
from django.utils import timezone

from governance.people.enums import SESSION_LIMITS
from governance.people.usage import count_call

_SEEN_STEP = 60  # seconds: how often the last use of a session is written down
UNATTENDED = "X-Unattended"  # on what a page asks for by itself: nobody need be sitting there


class SessionLimitMiddleware:
    """End a session that was idle, or is older, than the person's posts allow."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and not self._still_good(request):
            logout(request)
        return self.get_response(request)

    def _still_good(self, request) -> bool:
        now = timezone.now()
        begun = datetime.fromisoformat(request.session.setdefault("begun_at", now.isoformat()))
        seen = datetime.fromisoformat(request.session.setdefault("seen_at", now.isoformat()))
        idle, whole = SESSION_LIMITS[request.user.session_class]
        if now - seen > idle or now - begun > whole:
            return False
        if (now - seen).total_seconds() > _SEEN_STEP and UNATTENDED not in request.headers:
            request.session["seen_at"] = now.isoformat()
        return True


class LoginRequiredMiddleware(DjangoLoginRequired):
    """Django's rule that every page needs a log-in; the API answers for itself with 401."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        if request.path.startswith("/api/"):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


class FirstPasswordMiddleware:
    """A first password opens one page only: the one where it is changed."""

    OPEN = ("/account/", "/i18n/", "/static/", "/p/", "/healthz", "/readyz")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = request.user
        if user.is_authenticated and user.must_change_password and not request.path.startswith(self.OPEN):
            return redirect("people:password_change")
        return self.get_response(request)


class TokenUseMiddleware:
    """Count the calls of each API key: by day, by group of addresses, and how they ended. Nothing else is kept."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        token = getattr(getattr(request, "auth", None), "pk", None)
        if token and request.path.startswith("/api/v1/"):
            count_call(token, request.path.split("/")[3], response.status_code)
        return response
