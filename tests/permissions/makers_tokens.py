"""A key of somebody who sits in an area."""

from datetime import timedelta

from django.utils import timezone

from governance.areas.models import Area
from governance.people.models import ApiToken
from tests.permissions.makers_desk import holding


def token(area: Area) -> ApiToken:
    later = timezone.now() + timedelta(days=30)
    digest = ApiToken.digest_of(f"{area.code}{timezone.now()}")
    return ApiToken.objects.create(
        user=holding(area).user, name="取数", digest=digest, hint="szt_0000", expires_at=later
    )
