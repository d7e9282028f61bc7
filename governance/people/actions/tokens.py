import secrets
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.wording import listed
from governance.people.enums import TOKEN_DAYS, TOKEN_PREFIX, Right
from governance.people.models import ApiToken, User


def issue_token(
    user: User, *, by, name: str, rights: list[str], days: int = TOKEN_DAYS
) -> tuple[ApiToken, str]:
    """Make an API key for `user`, narrowed to `rights` the user holds. The secret is returned once and kept nowhere."""
    if by.pk != user.pk and not by.may(Right.MANAGE):
        raise PermissionDenied
    lacking = [right for right in rights if not user.may(right)]
    if lacking:
        raise Refused("right_not_held", _("不能授予本人没有的权限：{}。").format(listed(lacking)))
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        token = ApiToken.objects.create(
            user=user,
            name=name,
            digest=ApiToken.digest_of(secret),
            hint=secret[:8],
            rights=rights,
            expires_at=timezone.now() + timedelta(days=days),
        )
        record("people.issue_token", by=by, subject=token, after={"rights": rights, "days": days})
    return token, secret


def revoke_token(token: ApiToken, *, by) -> None:
    """End an API key at once."""
    if by.pk != token.user_id and not by.may(Right.MANAGE):
        raise PermissionDenied
    with transaction.atomic():
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
        record("people.revoke_token", by=by, subject=token)
