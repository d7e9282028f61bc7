"""Partners, leagues, teams and what they did, on pages and by API."""

from tests.factories import partners, party
from tests.permissions import makers, makers_partners
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, BUILD, REVEAL = "party.view", "party.build", "audit.reveal"
_partner, _league = by_pk(partners.make_signed), by_pk(party.make_league)
_stewards, _team = by_pk(party.make_steward_team), by_pk(party.make_team)
_seen = {"sees": VIEW}


def _with_create(does: str, fill) -> Row:
    return Row(does, VIEW, FORM, fill=fill, rights={"POST": BUILD})


PARTNERS = {
    "party:board": page("党建看板", VIEW, query=makers.area_of),
    "party:partner_list": rows_of("共建单位列表", VIEW, partners.make_signed, offers_file=True),
    "party:partner_sign": form("登记共建单位", BUILD),
    "party:partner_detail": page("共建单位详情", VIEW, _partner),
    "party:partner_renew": form("续签共建协议", BUILD, _partner),
    "party:partner_end": form("共建单位解约", BUILD, _partner),
    "party:agreement_reveal": verb(
        "查看共建单位联系人（说明理由）", REVEAL, makers_partners.agreement, **_seen
    ),
    "party:league_list": rows_of("服务联盟列表", VIEW, party.make_league),
    "party:steward_list": rows_of("红管家服务队列表", VIEW, party.make_steward_team),
    "party:group_found": form("登记联盟、服务队", BUILD, makers_partners.kind_of_group, shared=True),
    "party:group_detail": page("联盟、服务队详情", VIEW, makers_partners.league),
    "party:group_revise": form("修改联盟、服务队", BUILD, makers_partners.league),
    "party:group_end": form("解散联盟、服务队", BUILD, makers_partners.league),
    "party:group_join": form("增加成员单位、队员", BUILD, makers_partners.league),
    "party:activity_record": form("登记联盟、服务队的活动", BUILD, makers_partners.league),
    "party:org_activity": form("登记党组织的共建活动", BUILD, by_pk(makers.org)),
    "party:league_leave": form("单位退出联盟", BUILD, makers_partners.league_seat),
    "party:team_leave": form("队员退出红管家服务队", BUILD, makers_partners.steward),
    "party:member_reveal": verb(
        "查看红管家队员姓名（说明理由）", REVEAL, by_pk(partners.make_steward), **_seen
    ),
    "party:leader_reveal": verb("查看志愿服务队队长姓名（说明理由）", REVEAL, _team, **_seen),
    "party:activity_list": rows_of("共建活动列表", VIEW, makers_partners.activity),
    "party:activity_detail": page("共建活动详情", VIEW, by_pk(makers_partners.activity)),
    "partner-list": _with_create("接口：共建单位列表、登记共建单位", partners.make_signed),
    "partner-detail": page("接口：共建单位详情", VIEW, _partner),
    "partner-renew": verb("接口：续签共建协议", BUILD, _partner),
    "partner-end": verb("接口：共建单位解约", BUILD, _partner),
    "league-list": _with_create("接口：服务联盟列表、登记联盟", party.make_league),
    "league-detail": page("接口：服务联盟详情", VIEW, _league),
    "league-revise": verb("接口：修改联盟", BUILD, _league),
    "league-end": verb("接口：解散联盟", BUILD, _league),
    "league-join": verb("接口：单位参加联盟", BUILD, _league),
    "league-leave": verb("接口：单位退出联盟", BUILD, _league),
    "league-activity": verb("接口：登记联盟的活动", BUILD, _league),
    "steward-team-list": _with_create("接口：红管家服务队列表、登记服务队", party.make_steward_team),
    "steward-team-detail": page("接口：红管家服务队详情", VIEW, _stewards),
    "steward-team-revise": verb("接口：修改红管家服务队", BUILD, _stewards),
    "steward-team-end": verb("接口：解散红管家服务队", BUILD, _stewards),
    "steward-team-join": verb("接口：增加队员", BUILD, _stewards),
    "steward-team-leave": verb("接口：队员退出", BUILD, _stewards),
    "steward-team-activity": verb("接口：登记红管家服务队的活动", BUILD, _stewards),
    "volunteer-team-list": _with_create("接口：志愿服务队列表、登记志愿服务队", party.make_team),
    "volunteer-team-detail": page("接口：志愿服务队详情", VIEW, _team),
    "volunteer-team-revise": verb("接口：修改志愿服务队", BUILD, _team),
    "volunteer-team-end": verb("接口：解散志愿服务队", BUILD, _team),
    "volunteer-team-activity": verb("接口：登记志愿服务队的活动", BUILD, _team),
    "party-activity-list": rows_of("接口：共建活动列表", VIEW, makers_partners.activity),
    "party-activity-detail": page("接口：共建活动详情", VIEW, by_pk(makers_partners.activity)),
    "party-organisation-activity": verb("接口：登记党组织的共建活动", BUILD, by_pk(makers.org), **_seen),
}
