"""What the pages of the community's desk and the handover take."""

from tests.factories import communities
from tests.permissions import makers_desk as makers
from tests.permissions.makers import by_pk
from tests.permissions.rows import form, page, rows_of, verb

_grid = {"level": "grid"}
_community = {"level": "community"}
_adviser = by_pk(communities.make_adviser)
_org = by_pk(communities.make_org)
_topic = by_pk(communities.make_topic)
_seen = {"sees": "people.view", **_grid}
DESK = {
    "grids:community_list": rows_of("社区工作台：社区列表", "grids.view", makers.community_row, **_community),
    "grids:community_desk": page("社区工作台", "grids.view", makers.code, **_community),
    "grids:community_notices": page("打印一个社区的网格公示牌", "grids.view", makers.code, **_community),
    "grids:notice_sheet": page("打印网格公示牌", "grids.view", by_pk(makers.grid), **_grid),
    "grids:notice_edit": form(
        "修改网格公示信息", "grids.manage", by_pk(makers.grid), sees="grids.view", **_grid
    ),
    "grids:service_member_add": form(
        "添加网格服务团队成员", "grids.manage", by_pk(makers.grid), sees="grids.view", **_grid
    ),
    "grids:service_member_list": rows_of("服务团队列表", "grids.view", makers.service, **_grid),
    "grids:service_member_end": verb(
        "结束服务团队成员", "grids.manage", by_pk(makers.service), sees="grids.view", **_grid
    ),
    "grids:service_member_reveal": verb(
        "查看服务团队成员个人电话（说明理由）",
        "audit.reveal",
        makers.service_phone,
        sees="grids.view",
        **_grid,
    ),
    "grids:standards": form("设定社区工作标准", "grids.standards"),
    "grids:vacancy_list": rows_of("空缺网格列表", "grids.view", makers.vacant_grid, **_community),
    "grids:adviser_list": rows_of("法律顾问列表", "grids.view", communities.make_adviser),
    "grids:adviser_new": form("登记法律顾问", "grids.manage"),
    "grids:adviser_detail": page("法律顾问详情", "grids.view", _adviser),
    "grids:adviser_assign": form("聘法律顾问到社区", "grids.manage", _adviser, sees="grids.view"),
    "grids:adviser_reveal": verb(
        "查看法律顾问电话（说明理由）", "audit.reveal", makers.adviser_phone, sees="grids.view"
    ),
    "grids:assignment_end": verb(
        "结束法律顾问聘任",
        "grids.manage",
        by_pk(communities.make_assignment),
        sees="grids.view",
        **_community,
    ),
    "grids:duty_plan": form("安排法律顾问值班", "grids.manage", makers.code, sees="grids.view", **_community),
    "grids:work_record": form(
        "登记法律顾问工作", "grids.manage", makers.code, sees="grids.view", **_community
    ),
    "grids:adviser_duty_list": rows_of("法律顾问值班表", "grids.view", communities.make_duty, **_community),
    "grids:duty_cancel": verb(
        "取消法律顾问值班", "grids.manage", by_pk(communities.make_duty), sees="grids.view", **_community
    ),
    "grids:adviser_record_list": rows_of(
        "法律顾问工作记录", "grids.view", communities.make_record, **_community
    ),
    "grids:topic_list": rows_of("议事会议题列表", "council.view", communities.make_topic),
    "grids:topic_detail": page("议事会议题详情", "council.view", _topic),
    "grids:topic_propose": form(
        "提出议事会议题", "council.run", makers.code, sees="grids.view", **_community
    ),
    "grids:topic_step": form(
        "办理议事会议题", "council.run", makers.topic_to("decline"), gate="council.view"
    ),
    "grids:org_list": rows_of("社区组织列表", "grids.view", communities.make_org, **_community),
    "grids:org_detail": page("社区组织详情", "grids.view", _org, **_community),
    "grids:org_found": form("登记社区组织", "grids.manage", makers.code, sees="grids.view", **_community),
    "grids:org_change": form("修改社区组织", "grids.manage", _org, sees="grids.view", **_community),
    "grids:org_end": verb("停止社区组织", "grids.manage", _org, sees="grids.view", **_community),
    "grids:org_activity": form("登记社区组织活动", "grids.manage", _org, sees="grids.view", **_community),
    "grids:org_reveal": verb(
        "查看社区组织联系人（说明理由）", "audit.reveal", makers.org_contact, sees="grids.view", **_community
    ),
    "community-list": rows_of("接口：社区列表", "grids.view", makers.community_row, **_community),
    "community-detail": page("接口：社区详情", "grids.view", lambda area: {"pk": area.pk}, **_community),
    "service-member-list": rows_of("接口：服务团队列表", "grids.view", makers.service, **_grid),
    "service-member-detail": page("接口：服务团队成员详情", "grids.view", by_pk(makers.service), **_grid),
    "adviser-list": rows_of("接口：法律顾问列表", "grids.view", communities.make_adviser),
    "adviser-detail": page("接口：法律顾问详情", "grids.view", _adviser),
    "adviser-duty-list": rows_of("接口：法律顾问值班表", "grids.view", communities.make_duty, **_community),
    "adviser-duty-detail": page(
        "接口：法律顾问值班详情", "grids.view", by_pk(communities.make_duty), **_community
    ),
    "adviser-record-list": rows_of(
        "接口：法律顾问工作记录", "grids.view", communities.make_record, **_community
    ),
    "adviser-record-detail": page(
        "接口：法律顾问工作记录详情", "grids.view", by_pk(communities.make_record), **_community
    ),
    "council-topic-list": rows_of("接口：议事会议题列表", "council.view", communities.make_topic),
    "council-topic-detail": page("接口：议事会议题详情", "council.view", _topic),
    "community-org-list": rows_of("接口：社区组织列表", "grids.view", communities.make_org, **_community),
    "community-org-detail": page("接口：社区组织详情", "grids.view", _org, **_community),
}
HANDOVER = {
    "people:handover_list": rows_of("工作交接列表（本人的，或辖区的）", "", makers.handover, **_seen),
    "people:handover_begin": form("发起工作交接", "people.manage", by_pk(makers.holding), **_seen),
    "people:handover_detail": page("工作交接清单（本人的，或辖区的）", "", by_pk(makers.handover), **_seen),
    "people:handover_sign": verb(
        "交接签字（本人签，上级代签）", "people.manage", by_pk(makers.handover), anyone=True, **_seen
    ),
    "people:handover_cancel": verb("取消工作交接", "people.manage", by_pk(makers.handover), **_seen),
}
