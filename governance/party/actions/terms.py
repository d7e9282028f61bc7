"""Terms of office: each begins with an election, and lasts until the next."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.kernel.days import years_later
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.party.actions.records import put_on_record
from governance.party.actions.tree import end_link, lock_tree
from governance.party.enums import ChangeKind, Right
from governance.party.models import PartyOrg, PartyTerm


def begin_first_term(org: PartyOrg) -> None:
    """The term an organisation is set up with: to the day given, or as long as its terms last."""
    if org.term_ends_on is None and org.term_years is None:
        return
    if org.term_ends_on is None:
        org.term_ends_on = years_later(org.established_on, org.term_years)
        org.save(update_fields=["term_ends_on"])
    _begin(org, org.established_on, org.approved_no)


def elect_org(
    org: PartyOrg,
    *,
    by,
    on: date,
    term_years: int | None = None,
    term_ends_on: date | None = None,
    committee_size: int | None = None,
    approved_no: str = "",
) -> None:
    """Enter a re-election: the present term ends and the next begins on `on`. An early one takes an approval."""
    demand(by, Right.MANAGE, org.area_code)
    with transaction.atomic():
        held = lock_tree(org)
        last = held.terms.order_by("-valid").first()
        _check_day(held, last, on, approved_no)
        years = term_years or held.term_years
        if term_ends_on is None and years is None:
            raise Refused("no_term", _("请填写任期年数或届满日期。"))
        before = {"term_ends_on": held.term_ends_on}
        held.term_years = years
        held.term_ends_on = term_ends_on or years_later(on, years)
        if committee_size is not None:
            held.committee_size = committee_size
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["term_years", "term_ends_on", "committee_size"])
        if last:
            end_link(last, on)
        _begin(held, on, approved_no)
        after = {"term_ends_on": held.term_ends_on}
        put_on_record(
            "elect_org", held, ChangeKind.ELECT, by=by, on=on, approved_no=approved_no, before=before, **after
        )


def _check_day(org: PartyOrg, last: PartyTerm | None, on: date, approved_no: str) -> None:
    if org.dissolved_on or not org.existed_on(on):
        raise Refused("not_live", _("「{}」在 {} 尚未成立或已登记撤销。").format(org, on))
    if last and on <= last.valid.lower:
        raise Refused(
            "terms_overlap",
            _("任期重叠：本届自 {} 起任职，换届日期须晚于这一天。").format(last.valid.lower),
        )
    # 中国共产党基层组织选举工作条例第四条：提前或延期换届，报上级党组织批准。
    if last and on < last.due_on and not approved_no.strip():
        raise Refused(
            "early_election",
            _("本届到 {} 才届满，提前换届须填写上级批准文号。").format(last.due_on),
        )


def _begin(org: PartyOrg, on: date, approved_no: str) -> None:
    term = PartyTerm(org=org, valid=(on, None), due_on=org.term_ends_on, approved_no=approved_no)
    term.full_clean()
    term.save()
