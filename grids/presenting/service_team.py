from django.urls import reverse

from governance.audit.enums import Right as AuditRight
from governance.kernel.days import today
from governance.people.models import User
from grids.models import ServiceMember


def service_rows(user: User, area_code: str) -> list[dict]:
    """The service team of a grid today, with the way to a personal number for whoever may ask for it."""
    may_reveal = user.may(AuditRight.REVEAL, area_code)
    members = ServiceMember.objects.for_user(user).within(area_code).live_on(today())
    return [
        {
            "member": member,
            "reveal_url": reverse("grids:service_member_reveal", args=[member.pk, "phone"])
            if may_reveal
            else "",
        }
        for member in members
    ]
