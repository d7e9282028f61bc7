"""A group of parties: who speaks for whom, and what came of it for each of them."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.actions.parties import hold_open_case
from disputes.enums.disputes import PRINCIPALS
from disputes.enums.rights import Right
from disputes.models import Dispute, Party
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import User


@transaction.atomic
def choose_representatives(
    dispute: Dispute, *, by: User, representatives: set[int], spoken_for: dict[int, int]
) -> None:
    """推选代表人: `representatives` are ids of parties, `spoken_for` says by which of them another is represented.

    Whoever is in neither comes in person.
    """
    case = hold_open_case(dispute, by=by, right=Right.MEDIATE)
    parties = {party.pk: party for party in dispute.parties.filter(role__in=PRINCIPALS)}
    _demand_lawful(parties, representatives, spoken_for)
    for party in parties.values():
        party.is_representative = party.pk in representatives
        party.represented_by = parties.get(spoken_for.get(party.pk))
    Party.objects.bulk_update(parties.values(), ["is_representative", "represented_by"])
    with office_language():
        names = "、".join(parties[pk].shown_name for pk in sorted(representatives))
        note = _("代表人：{names}").format(names=names) if names else _("不设代表人，各自参加。")
    case.note("representatives", by=by, note=note)
    record("dispute.choose_representatives", by=by, subject=case, after={"count": len(representatives)})


def _demand_lawful(parties: dict[int, Party], representatives: set[int], spoken_for: dict[int, int]) -> None:
    most = settings.MOST_REPRESENTATIVES
    if not (representatives | spoken_for.keys() | set(spoken_for.values())) <= parties.keys():
        raise Refused("foreign_party", _("只能在这件纠纷的当事人中推选代表人，请重新选择。"))
    for role in PRINCIPALS:
        if sum(parties[pk].role == role for pk in representatives) > most:
            raise Refused("too_many", _("一方最多推选 {most} 名代表人，请减少后再提交。").format(most=most))
    for pk, speaker in spoken_for.items():
        name, other = parties[pk].shown_name, parties[speaker].shown_name
        if pk in representatives:
            raise Refused("speaks_himself", _("{name}自己是代表人，不能再由别人代表。").format(name=name))
        if speaker not in representatives:
            raise Refused(
                "no_representative", _("{other}不是代表人，不能代表{name}。").format(other=other, name=name)
            )
        if parties[pk].role != parties[speaker].role:
            raise Refused(
                "other_side", _("{other}和{name}不是同一方，不能代表。").format(other=other, name=name)
            )


@transaction.atomic
def record_results(dispute: Dispute, *, by: User, results: dict[int, dict]) -> None:
    """登记结果 for each party: what it got (`settled_cents`) and what came of it in words. All or none."""
    case = hold_open_case(dispute, by=by, right=Right.MEDIATE)
    parties = {party.pk: party for party in dispute.parties.filter(role__in=PRINCIPALS)}
    if not results.keys() <= parties.keys():
        raise Refused("foreign_party", _("只能登记这件纠纷的当事人的结果，请刷新后重新填写。"))
    for pk, result in results.items():
        parties[pk].settled_cents, parties[pk].result = result["settled_cents"], result["result"].strip()
        parties[pk].full_clean(validate_unique=False)
    Party.objects.bulk_update([parties[pk] for pk in results], ["settled_cents", "result"])
    case.note("results", by=by)
    record("dispute.record_results", by=by, subject=case, after={"parties": len(results)})
