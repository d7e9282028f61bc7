from governance.audit.actions import record
from governance.audit.enums import Outcome


class DenialMiddleware:
    """Leave a row of every refusal for lack of right, outside the refused request's own transaction."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        user = getattr(request, "user", None)
        if response.status_code == 403 and user is not None and user.is_authenticated:
            record(
                "request.denied",
                by=user,
                after={"method": request.method, "path": request.path},
                outcome=Outcome.DENIED,
            )
        return response
