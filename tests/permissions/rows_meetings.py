"""Owners' meetings with their votes, and committees with their members."""

from tests.factories.grids import make_compound
from tests.permissions import makers_meetings as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_VIEW, _MANAGE, _REVEAL = "property.view", "property.manage", "audit.reveal"
_grid = {"level": "grid"}
_meeting, _committee = by_pk(makers.meeting), by_pk(makers.committee)
_api = {"sees": _VIEW, **_grid}

MEETINGS = {
    "property:meeting_list": rows_of("业主大会列表", _VIEW, makers.meeting, **_grid),
    "property:meeting_new": form("登记业主大会", _MANAGE, by_pk(make_compound), **_grid),
    "property:meeting_detail": page("业主大会详情", _VIEW, _meeting, **_grid),
    "property:meeting_sheet": page("下载业主大会结果表", _VIEW, makers.held, **_grid),
    "property:meeting_edit": form("修改筹备中的业主大会", _MANAGE, _meeting, **_grid),
    "property:matter_add": form("添加表决事项", _MANAGE, _meeting, **_grid),
    "property:matter_remove": verb("移除表决事项", _MANAGE, makers.matter, **_grid),
    "property:meeting_count": form("登记计票", _MANAGE, makers.noticed, **_grid),
    "property:meeting_step": form(
        "登记会议通知、公布结果、更正、取消", _MANAGE, makers.meeting_to("notice"), **_grid
    ),
    "property:committee_list": rows_of("业委会、物管会列表", _VIEW, makers.committee, **_grid),
    "property:committee_detail": page("业委会、物管会详情", _VIEW, _committee, **_grid),
    "property:committee_file": form("登记业委会、物管会备案", _MANAGE, _committee, **_grid),
    "property:member_add": form("登记委员", _MANAGE, _committee, **_grid),
    "property:member_phone": form("补登委员电话", _MANAGE, makers.member, **_grid),
    "property:member_end": form("登记委员离任", _MANAGE, makers.member, **_grid),
    "property:member_reveal": verb("查看委员姓名（说明理由）", _REVEAL, makers.member, **_api),
    "owners-meeting-list": Row(
        "接口：业主大会列表、登记业主大会", _VIEW, FORM, fill=makers.meeting, rights={"POST": _MANAGE}, **_grid
    ),
    "owners-meeting-detail": page("接口：业主大会详情", _VIEW, _meeting, **_grid),
    "owners-meeting-sheet": page("接口：业主大会结果表", _VIEW, makers.held, **_grid),
    "owners-meeting-revise": verb("接口：修改筹备中的业主大会", _MANAGE, _meeting, **_api),
    "owners-meeting-add-matter": verb("接口：添加表决事项", _MANAGE, _meeting, **_api),
    "owners-meeting-remove-matter": verb("接口：移除表决事项", _MANAGE, _meeting, **_api),
    "owners-meeting-notice": verb("接口：登记会议通知", _MANAGE, _meeting, **_api),
    "owners-meeting-count": verb("接口：登记计票", _MANAGE, _meeting, **_api),
    "owners-meeting-announce": verb("接口：登记结果公布", _MANAGE, _meeting, **_api),
    "owners-meeting-correct": verb("接口：更正计票", _MANAGE, _meeting, **_api),
    "owners-meeting-call-off": verb("接口：取消会议", _MANAGE, _meeting, **_api),
    "owners-committee-list": Row(
        "接口：业委会、物管会列表、登记", _VIEW, FORM, fill=makers.committee, rights={"POST": _MANAGE}, **_grid
    ),
    "owners-committee-detail": page("接口：业委会、物管会详情", _VIEW, _committee, **_grid),
    "owners-committee-file": verb("接口：登记备案", _MANAGE, _committee, **_api),
    "owners-committee-add-member": verb("接口：登记委员", _MANAGE, _committee, **_api),
    "owners-committee-complete-member": verb("接口：补登委员电话", _MANAGE, _committee, **_api),
    "owners-committee-end-member": verb("接口：登记委员离任", _MANAGE, _committee, **_api),
    "owners-committee-dissolve": verb("接口：解散业委会、物管会", _MANAGE, _committee, **_api),
    "owners-committee-reveal-member": verb(
        "接口：查看委员姓名（说明理由）", _REVEAL, _committee, **_api
    ),
}  # fmt: skip
