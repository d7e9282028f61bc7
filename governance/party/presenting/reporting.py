from django.urls import reverse

from governance.audit.enums import Right as AuditRight
from governance.kernel.days import today
from governance.party.enums import Right
from governance.party.models import ReportingUnit, ServicePost, ServiceRecord, ServingMember
from governance.party.rules.quarters import last_over

RECORDS_SHOWN = 30


def unit_page(unit: ReportingUnit, user) -> dict:
    """A unit with who reports today, what it holds, and the sheets it got."""
    day = today()
    may_reveal = user.may(AuditRight.REVEAL, unit.area_code)
    members = list(unit.members.live_on(day))
    sheets = list(unit.sheets.select_related("sent_by"))
    due = last_over(day)
    return {
        "unit": unit,
        "members": [(member, _sealed(member, may_reveal)) for member in members],
        "claims": unit.claims.filter(released_on__isnull=True).select_related("post", "member", "unit"),
        "sheets": sheets,
        "due": due,
        "is_told": any(sheet.quarter == due for sheet in sheets),
        "may_build": user.may(Right.BUILD, unit.area_code) and unit.valid.upper is None,
        "may_send": user.may(Right.BUILD, unit.area_code),
    }


def _sealed(member: ServingMember, may_reveal: bool) -> list[dict]:
    """Name and phone as the page shows them."""
    return [
        {
            "label": ServingMember._meta.get_field(f"{name}_masked").verbose_name,
            "masked": getattr(member, f"{name}_masked"),
            "url": reverse("party:serving_reveal", args=[member.pk, name]) if may_reveal else "",
        }
        for name in ServingMember.SEALED
    ]


def post_page(post: ServicePost, user) -> dict:
    may_build = user.may(Right.BUILD, post.area_code)
    return {
        "post": post,
        "claims": post.claims.filter(released_on__isnull=True).select_related("unit", "member"),
        "records": ServiceRecord.objects.filter(claim__post=post).select_related(
            "claim__unit", "claim__member"
        )[:RECORDS_SHOWN],
        "may_build": may_build and post.closed_on is None,
    }
