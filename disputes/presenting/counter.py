"""What the counter shows: its centre, the queue of today, three counts that are not the same, drafts to go on with."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from disputes.actions.drafts import open_draft
from disputes.models import Dispute, DisputeDraft, Matter, MediationCentre, QueueTicket, Reception
from governance.kernel.days import today

DAY, WEEK, MONTH, YEAR, ALL = "day", "week", "month", "year", "all"


def centres_for(user) -> list[MediationCentre]:
    """The open centres the person reaches, their own office's first."""
    own = [seat.area_code for seat in user.seats]
    found = MediationCentre.objects.for_user(user).open().order_by("area_code", "id")
    return sorted(found, key=lambda centre: centre.area_code not in own)


def periods() -> dict[str, tuple[str, date | None]]:
    """Each period's name and first day."""
    now = today()
    return {
        DAY: (_("今天"), now),
        WEEK: (_("本周"), now - timedelta(days=now.weekday())),
        MONTH: (_("本月"), now.replace(day=1)),
        YEAR: (_("今年"), now.replace(month=1, day=1)),
        ALL: (_("启用以来"), None),
    }


def counts_of(centre: MediationCentre, user, since: date | None) -> list[dict]:
    """人次、事项、纠纷 of one centre, each with the list it is the total of."""
    from_on = {"received_on__gte": since} if since else {}
    registered = {"case__registered_on__gte": since} if since else {}
    sides = [
        (_("接待"), _("人次"), "reception_list", Reception.objects, {"centre": centre} | from_on),
        (
            pgettext("visit", "事项"),
            pgettext("visit", "件"),
            "matter_list",
            Matter.objects,
            {"reception__centre": centre} | from_on,
        ),
        (
            _("立为纠纷"),
            _("件"),
            "case_list",
            Dispute.objects,
            {"matter__reception__centre": centre} | registered,
        ),
    ]
    found = []
    for name, unit, page, rows, which in sides:
        asked = {"centre": centre.pk}
        if since:
            asked["registered_from" if page == "case_list" else "received_from"] = since.isoformat()
        url = f"{reverse(f'disputes:{page}')}?{urlencode(asked)}"
        found.append(
            {"name": name, "unit": unit, "url": url, "value": rows.for_user(user).filter(**which).count()}
        )
    return found


def queue_of(centre: MediationCentre, user) -> dict:
    tickets = QueueTicket.objects.for_user(user).filter(centre=centre).select_related("window")
    return {
        "waiting": list(tickets.waiting().order_by("number")),
        "called": list(tickets.called().order_by("-called_at")),
        "windows": list(centre.windows.filter(closed_on=None)),
    }


def draft_rows(user) -> list[dict]:
    """The person's drafts by what they had begun to write."""
    rows = []
    for draft in DisputeDraft.objects.of(user).select_related("matter"):
        form = open_draft(draft).get("form", {})
        rows.append(
            {
                "draft": draft,
                "title": form.get("title") or _("（还没有写名称）"),
                "url": f"{reverse('disputes:case_register')}?draft={draft.pk}",
            }
        )
    return rows
