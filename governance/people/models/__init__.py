from governance.people.models.handover import Handover, HandoverItem
from governance.people.models.people import (
    Post,
    PostHolding,
    PostHoldingQuerySet,
    PostQuerySet,
    Role,
    User,
    UserManager,
)
from governance.people.models.tokens import ApiToken
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
