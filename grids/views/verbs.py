"""What the pages of a community share."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from governance.kernel.scope import demand
from grids.enums.rights import Right
from grids.models import Community


def managed_community(request: HttpRequest, code: str, right: str = Right.MANAGE) -> Community:
    """An open community in sight (404) in which the user holds the right (403)."""
    community = get_object_or_404(Community.objects.for_user(request.user).open(), code=code)
    demand(request.user, right, community.code)
    return community
