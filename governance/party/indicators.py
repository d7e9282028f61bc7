from datetime import date

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from governance.party.enums import Tier
from governance.party.models import CommunityNeed, PartyOrg, ReportingUnit, ServingMember, VolunteerTeam, Wish
from governance.statistics.definitions import Figure, Gap, Group, Indicator, Rows, Stock

_OWNER = _("组织部")
_LEVELS = ("city", "county", "township", "community")


def _orgs_of(tier: str):
    def rows(as_of: date):
        return PartyOrg.objects.in_force(as_of).filter(tier=tier)

    return rows


def _orgs(key: str, tier: str, name, formula) -> Indicator:
    return Indicator(
        key,
        name=name,
        unit=_("个"),
        group=Group.PARTY,
        owner=_OWNER,
        formula=formula,
        numerator=Figure(
            Stock(key, _orgs_of(tier)),
            name,
            Rows("party-organisation-list", "party:org_list", filters={"tier": tier}, as_of="as_of"),
        ),
    )


def _need_rows(**filters) -> Rows:
    return Rows("community-need-list", "party:need_list", filters=filters, as_of="as_of")


def _unit_rows(total: str = "", **filters) -> Rows:
    return Rows("reporting-unit-list", "party:unit_list", filters=filters, as_of="as_of", total=total)


def _wish_rows(**filters) -> Rows:
    return Rows("wish-list", "party:wish_list", filters=filters, as_of="as_of")


DATASETS: list = []

INDICATORS = [
    _orgs(
        "party.community_count",
        Tier.COMMUNITY,
        _("社区党组织"),
        _("当日存续的社区党委、党总支、党支部数，以成立、撤销日期为准"),
    ),
    _orgs(
        "party.branch_count",
        Tier.BRANCH,
        _("网格（小区）党支部"),
        _("当日存续的网格（小区）党支部数，含联合党支部"),
    ),
    _orgs("party.group_count", Tier.GROUP, _("楼院党小组"), _("当日存续的楼院党小组数")),
    Indicator(
        "volunteers.team_count",
        name=_("志愿服务队"),
        unit=_("支"),
        group=Group.PARTY,
        owner=_("社会工作部"),
        formula=_("当日在册的志愿服务队数，以成立、解散日期为准"),
        numerator=Figure(
            Stock("volunteers.team_count", VolunteerTeam.objects.in_force),
            _("志愿服务队"),
            Rows("volunteer-team-list", "party:team_list", as_of="as_of"),
        ),
    ),
    Indicator(
        "party.need_match_share",
        name=_("需求对接率"),
        unit="%",
        group=Group.PARTY,
        owner=_("组织部"),
        levels=_LEVELS,
        formula=_("当日已对接共建项目的社区需求数 ÷ 当日在册的社区需求数 × 100%，已撤回的需求不计"),
        numerator=Figure(
            Stock("party.needs_matched", CommunityNeed.objects.matched_by),
            _("已对接的需求"),
            _need_rows(matched="true"),
        ),
        denominator=Figure(
            Stock("party.needs", CommunityNeed.objects.posted_on), _("在册的社区需求"), _need_rows()
        ),
        gap=Gap(_("还没有对接的需求"), _need_rows(matched="false")),
        on_board=False,
    ),
    Indicator(
        "party.wish_share",
        name=_("微心愿实现率"),
        unit="%",
        group=Group.PARTY,
        owner=_("社会工作部"),
        levels=_LEVELS,
        formula=_("当日已实现的微心愿数 ÷ 当日在册的微心愿数 × 100%，已撤回的不计"),
        numerator=Figure(
            Stock("party.wishes_fulfilled", Wish.objects.fulfilled_by),
            _("已实现的微心愿"),
            _wish_rows(fulfilled="true"),
        ),
        denominator=Figure(Stock("party.wishes", Wish.objects.posted_on), _("在册的微心愿"), _wish_rows()),
        gap=Gap(_("还没有实现的微心愿"), _wish_rows(fulfilled="false")),
        on_board=False,
    ),
    Indicator(
        "party.reported_share",
        name=_("在职党员报到率"),
        unit="%",
        group=Group.PARTY,
        owner=_("组织部"),
        levels=_LEVELS,
        formula=_("当日已向社区报到的在职党员数 ÷ 报到单位的在职党员总数（由单位提供）× 100%"),
        numerator=Figure(
            Stock("party.members_reported", ServingMember.objects.live_on),
            _("已报到的在职党员"),
            _unit_rows(total="reported"),
        ),
        denominator=Figure(
            Stock("party.members_in_service", ReportingUnit.objects.live_on, weight=F("in_service_count")),
            _("报到单位的在职党员"),
            _unit_rows(total="in_service_count"),
        ),
        gap=Gap(_("还有党员没有报到的单位"), _unit_rows(short="true")),
        on_board=False,
    ),
]
