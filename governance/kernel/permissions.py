"""Who may call an endpoint at all; which rows, the scoped query set decides."""

from rest_framework import permissions


class HasRight(permissions.IsAuthenticated):
    """Logged in, and holding the view's `required_right` (or `action_rights[action]`) somewhere."""

    def has_permission(self, request, view) -> bool:
        if not super().has_permission(request, view):
            return False
        rights = getattr(view, "action_rights", {})
        right = rights.get(getattr(view, "action", None), getattr(view, "required_right", ""))
        return not right or request.user.may(right)
