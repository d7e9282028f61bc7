"""One property firm that households of one street, and one beyond it, complain about: disputes that look alike."""

from demo.city import FENGHUANG, SHANGHAI_WEST, City
from disputes.enums.disputes import PartyRole
from disputes.models import Dispute, Party
from disputes.rules.parties import words_of
from governance.casework.actions.finding import add_keywords

FIRM = "银川塞上安居物业服务有限公司"
PROPERTY = "0402"  # 物业及其管理
# How many of the newest disputes over property management name the firm, by street.
COMPLAINTS = {SHANGHAI_WEST: 4, FENGHUANG: 1}


def make_firms(city: City) -> None:
    named = [pk for street, many in COMPLAINTS.items() for pk in _newest(street, many)]
    Dispute.objects.filter(pk__in=named).update(involved_org=FIRM)
    for party in Party.objects.filter(dispute__in=named, role=PartyRole.RESPONDENT):
        party.name, party.is_org = FIRM, True
        party.save(update_fields=["name", "is_org"])
        add_keywords(party.dispute_id, words_of(party))


def _newest(street: str, many: int) -> list[int]:
    found = Dispute.objects.filter(
        case__area_code__startswith=street, category=PROPERTY, case__is_restricted=False
    )
    return list(found.order_by("-case_id").values_list("pk", flat=True)[:many])
