from governance.people.models.handover import Handover, HandoverItem
from governance.people.models.people import (
    ApiToken,
    Post,
    PostHolding,
    PostHoldingQuerySet,
    PostQuerySet,
    Role,
    User,
    UserManager,
)
from governance.people.models.usage import TokenUse

__all__ = [
    "ApiToken",
    "Handover",
    "HandoverItem",
    "Post",
    "PostHolding",
    "PostHoldingQuerySet",
    "PostQuerySet",
    "Role",
    "TokenUse",
    "User",
    "UserManager",
]
