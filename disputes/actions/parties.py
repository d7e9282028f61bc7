"""The parties of a dispute once it is registered: many at once, and who speaks for whom."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from disputes.actions.registering import add_party
from disputes.enums.rights import Right
from disputes.models import Dispute, Party
from disputes.serializers.parties import MOST_PARTIES
from governance.audit.actions import record
from governance.casework.models import Case
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import User


@transaction.atomic
def add_parties(dispute: Dispute, *, by: User, parties: list[dict]) -> list[Party]:
    """Write several parties into a dispute, all or none; the number of people follows when it was smaller."""
    case = hold_open_case(dispute, by=by, right=Right.REGISTER)
    if dispute.parties.count() + len(parties) > MOST_PARTIES:
        raise Refused("too_many_parties", _("一件纠纷最多 {most} 名当事人。").format(most=MOST_PARTIES))
    if not parties:
        raise Refused("no_parties", _("请至少填写一名当事人。"))
    known = set(dispute.parties.values_list("name", "phone_index"))
    added = [add_party(dispute, **party) for party in parties]
    if again := [party for party in added if (party.name, party.phone_index) in known]:
        names = _("、").join(party.shown_name for party in again)
        raise Refused("known_parties", _("已经登记过：{names}。请从名单中去掉后再提交。").format(names=names))
    _count_people(dispute)
    with office_language():
        note = ngettext("补录 {n} 名当事人。", "补录 {n} 名当事人。", len(added)).format(n=len(added))
    case.note("parties", by=by, note=note)
    record("dispute.add_parties", by=by, subject=case, after={"parties": len(added)})
    return added


def hold_open_case(dispute: Dispute, *, by: User, right: str) -> Case:
    """Lock the case of a dispute that is still being handled, for somebody with the right there."""
    case = Case.objects.select_for_update(of=("self",)).select_related("area").get(pk=dispute.pk)
    if not by.may(right, case.area_code):
        raise PermissionDenied
    if case.closed_on is not None:
        raise Refused("case_closed", _("这件纠纷已经办结。需要改动的请先重新办理。"))
    return case


def _count_people(dispute: Dispute) -> None:
    people = max(dispute.people_count, dispute.parties.count())
    dispute.people_count, dispute.scale = people, Dispute.scale_of(people)
    dispute.save(update_fields=["people_count", "scale"])
