"""The table of permissions: one row for each route, in words.

The right is read from what the address is for and who does that work, never from the view behind it:
when the two differ, one of them is wrong. A route without a row fails, a row without a route too.
"""

from tests.factories import grids, party, property
from tests.permissions import makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb
from tests.permissions.rows_alike import ALIKE
from tests.permissions.rows_assessment import ASSESSMENT
from tests.permissions.rows_backlog import BACKLOG
from tests.permissions.rows_boards import BOARDS
from tests.permissions.rows_bodies import BODIES
from tests.permissions.rows_boundaries import BOUNDARIES
from tests.permissions.rows_briefs import BRIEFS
from tests.permissions.rows_categories import CATEGORIES
from tests.permissions.rows_chain import CHAIN
from tests.permissions.rows_classification import CLASSIFICATION
from tests.permissions.rows_cobuild import COBUILD
from tests.permissions.rows_counter import COUNTER
from tests.permissions.rows_court import COURT
from tests.permissions.rows_deliveries import DELIVERIES
from tests.permissions.rows_desk import DESK, HANDOVER
from tests.permissions.rows_dictionary import DICTIONARY
from tests.permissions.rows_dispatch import DISPATCH
from tests.permissions.rows_duplicates import DUPLICATES
from tests.permissions.rows_errands import ERRANDS
from tests.permissions.rows_events import EVENTS
from tests.permissions.rows_housing import HOUSING
from tests.permissions.rows_integrity import INTEGRITY
from tests.permissions.rows_lifecycle import LIFECYCLE
from tests.permissions.rows_litigation import LITIGATION
from tests.permissions.rows_meetings import MEETINGS
from tests.permissions.rows_mobile_desk import MOBILE_DESK
from tests.permissions.rows_offline import OFFLINE
from tests.permissions.rows_operations import OPERATIONS
from tests.permissions.rows_orders import ORDERS
from tests.permissions.rows_papers import PAPERS
from tests.permissions.rows_partners import PARTNERS
from tests.permissions.rows_programmes import PROGRAMMES
from tests.permissions.rows_projects import PROJECTS
from tests.permissions.rows_public import PUBLIC, SUGGESTIONS
from tests.permissions.rows_reporting import REPORTING
from tests.permissions.rows_reports import CORRECTIONS
from tests.permissions.rows_role_boards import ROLE_BOARDS
from tests.permissions.rows_room import ROOM
from tests.permissions.rows_safety import SAFETY
from tests.permissions.rows_series import SERIES
from tests.permissions.rows_supervision import SUPERVISION
from tests.permissions.rows_tables import TABLES
from tests.permissions.rows_tokens import TOKENS
from tests.permissions.rows_visits import VISITS
from tests.permissions.rows_walls import WALLS
from tests.permissions.rows_webhooks import WEBHOOKS

GROUND = {
    "healthz": page("进程是否存活", None),
    "readyz": Row("各部分是否就绪", None, {"GET": frozenset({200, 503})}),
    "metrics": page("监控数据（本机，或持 METRICS_TOKEN）", None),
    "gallery": page("界面样例（仅演示模式）", None, demo_only=True),
    "api_schema": page("接口说明文件", "", costly=True),
    "api_docs": page("接口说明页", ""),
    "home": page("首页", ""),
    "search": form("搜索（只在自己看得到的内容里找）", ""),
    "set_language": verb("切换语言", None),
    "files:attachment": Row("查看附件", "", make=makers.attachment, sees="grids.roster", level="building"),
    "people:account": page("我的账号", ""),
    "people:login": form("登录", None),
    "people:logout": verb("退出登录", ""),
    "people:password_change": form("修改密码", ""),
}
AREAS = {
    "areas:area_list": rows_of("区划列表", "areas.view", makers.below),
    "areas:area_search": page("查找区划", "areas.view"),
    "areas:area_detail": page("区划详情", "areas.view", makers.code),
    "areas:area_open": form("新设下级区划", "areas.manage", makers.code),
    "areas:area_rename": form("区划更名", "areas.manage", makers.code),
    "areas:area_move": form("调整隶属", "areas.manage", makers.code),
    "areas:area_close": form("撤销区划", "areas.manage", makers.code),
    "area-list": rows_of("接口：区划列表", "areas.view", makers.below),
    "area-detail": page("接口：区划详情", "areas.view", makers.code),
}
STATISTICS = {
    "statistics:board": page("看板", "statistics.view", query=makers.area_of),
    "statistics:explain": page("指标从何而来", "statistics.view", makers.any_indicator, query=makers.area_of),
    "statistics:group": page("一组指标", "statistics.view", makers.any_group, query=makers.area_of),
    "statistics-values-list": page("接口：指标数值", "statistics.view", query=makers.figure_of),
    "statistics-matrix-list": page(
        "接口：几个指标在几个区划的数值", "statistics.view", query=makers.figure_of
    ),
}
PARTY = {
    "party:org_list": rows_of("党组织列表", "party.view", makers.org),
    "party:org_tree": rows_of("党组织体系", "party.view", makers.org),
    "party:org_detail": page("党组织详情", "party.view", by_pk(makers.org)),
    "party:org_establish": form("成立下级党组织", "party.manage", by_pk(makers.org)),
    "party:org_dissolve": verb("撤销党组织", "party.manage", by_pk(makers.org)),
    "party:org_rename": verb("党组织更名", "party.manage", by_pk(makers.org)),
    "party:team_list": rows_of("志愿服务队列表", "party.view", party.make_team),
    "party-organisation-list": Row(
        "接口：党组织列表、成立党组织", "party.view", FORM, fill=makers.org, rights={"POST": "party.manage"}
    ),
    "party-organisation-detail": page("接口：党组织详情", "party.view", by_pk(makers.org)),
}
_grid = {"level": "grid"}
_building = {"level": "building"}
_manage_roster = {"sees": "grids.roster", **_building}
GRIDS = {
    "grids:today": page("今日走访", "grids.visit"),
    "grids:roster": rows_of("住户名册", "grids.roster", makers.household, offers_file=False, **_building),
    "grids:report": form("途中上报", "grids.visit"),
    "grids:my": page("我的走访", "grids.visit"),
    "grids:household_detail": page("住户详情", "grids.roster", by_pk(makers.household), **_building),
    "grids:visit_new": form("登记走访", "grids.visit", by_pk(makers.household), **_building),
    "grids:household_tag": verb("加关爱标签", "grids.manage", by_pk(makers.household), **_manage_roster),
    "grids:tag_end": verb("结束关爱标签", "grids.manage", by_pk(makers.tag), **_manage_roster),
    "grids:resident_reveal": verb(
        "查看居民完整信息（说明理由）", "audit.reveal", makers.phone_of_resident, **_manage_roster
    ),
    "grids:visit_list": rows_of("走访列表", "grids.view", makers.visit, **_building),
    "grids:visit_detail": page("走访详情", "grids.view", by_pk(makers.visit), **_building),
    "grids:visit_receipt": page("走访回执", "grids.visit", makers.receipt, **_building),
    "grids:need_list": rows_of("诉求列表", "grids.view", makers.need, **_building),
    "grids:need_detail": page("诉求详情", "grids.view", by_pk(makers.need), **_building),
    "grids:need_step": verb("办理诉求", "grids.visit", makers.need_to("solve"), **_building),
    "grids:worker_list": rows_of("网格员列表", "grids.view", makers.worker, **_grid),
    "grids:compound_list": rows_of("小区列表", "grids.view", grids.make_compound, **_grid),
    "grids:compound_detail": page("小区详情", "grids.view", by_pk(grids.make_compound), **_grid),
    "grids:grid_list": rows_of("网格列表", "grids.view", makers.grid, **_grid),
    "grids:grid_detail": page("网格详情", "grids.view", by_pk(makers.grid), **_grid),
    "grids:grid_staff": form(
        "安排网格岗位", "people.manage", by_pk(makers.grid), sees="grids.view", **_grid
    ),
    "grids:seat_release": verb("网格离岗", "people.manage", makers.seat, sees="grids.view", **_grid),
    "grid-list": rows_of("接口：网格列表", "grids.view", makers.grid, **_grid),
    "grid-detail": page("接口：网格详情", "grids.view", by_pk(makers.grid), **_grid),
    "worker-list": rows_of("接口：网格员列表", "grids.view", makers.worker, **_grid),
    "worker-detail": page("接口：网格员详情", "grids.view", by_pk(makers.worker), **_grid),
    "compound-list": rows_of("接口：小区列表", "grids.view", grids.make_compound, **_grid),
    "compound-detail": page("接口：小区详情", "grids.view", by_pk(grids.make_compound), **_grid),
    "visit-list": Row(
        "接口：走访列表、登记走访", "grids.view", FORM, fill=makers.visit, rights={"POST": "grids.visit"},
        **_building,
    ),
    "visit-detail": page("接口：走访详情", "grids.view", by_pk(makers.visit), **_building),
    "need-list": rows_of("接口：诉求列表", "grids.view", makers.need, **_building),
    "need-detail": page("接口：诉求详情", "grids.view", by_pk(makers.need), **_building),
    "need-solve": verb("接口：诉求办结", "grids.visit", by_pk(makers.need), **_building),
    "need-decline": verb("接口：诉求不予办理", "grids.visit", by_pk(makers.need), **_building),
    "need-withdraw": verb("接口：诉求撤回", "grids.visit", by_pk(makers.need), **_building),
    "need-reopen": verb("接口：诉求重新办理", "grids.visit", by_pk(makers.need), **_building),
}  # fmt: skip
PROPERTY = {
    "property:compound_list": rows_of("物业：小区列表", "property.view", grids.make_compound, **_grid),
    "property:compound_detail": page("物业：小区详情", "property.view", by_pk(grids.make_compound), **_grid),
    "property:contract_sign": form("登记物业合同", "property.manage", by_pk(grids.make_compound), **_grid),
    "property:committee_form": form(
        "登记业委会、物管会", "property.manage", by_pk(grids.make_compound), **_grid
    ),
    "property:contract_end": form("终止物业合同", "property.manage", by_pk(makers.contract), **_grid),
    "property:committee_dissolve": form(
        "解散业委会、物管会", "property.manage", by_pk(makers.committee), **_grid
    ),
    "property:company_list": rows_of("物业企业列表", "property.view", property.make_company),
    "property:company_detail": page("物业企业详情", "property.view", by_pk(property.make_company)),
    "property:company_party": form("登记企业党组织", "property.manage", by_pk(property.make_company)),
    "property-compound-list": rows_of("接口：物业小区列表", "property.view", grids.make_compound, **_grid),
    "property-compound-detail": page(
        "接口：物业小区详情", "property.view", by_pk(grids.make_compound), **_grid
    ),
}
_dispute = makers.dispute_by_number
DISPUTES = {
    "casework:queue": rows_of("待办办件", "casework.view", makers.dispute),
    "disputes:case_list": rows_of("纠纷列表", "disputes.view", makers.dispute),
    "disputes:case_register": form("登记纠纷", "disputes.register"),
    "disputes:case_detail": page("纠纷详情", "disputes.view", _dispute),
    "disputes:case_step": verb(
        "办理纠纷（各步骤的权限见接口）", "disputes.assign", makers.dispute_to("assign"),
        gate="disputes.view",
    ),
    "disputes:party_reveal": verb(
        "查看当事人完整信息（说明理由）", "audit.reveal", makers.phone_of_party, sees="disputes.view"
    ),
    "disputes:reception_list": rows_of("来访列表", "disputes.view", makers.reception),
    "disputes:matter_list": rows_of("来访事项列表", "disputes.view", makers.matter),
    "case-list": rows_of("接口：办件列表", "casework.view", makers.dispute),
    "case-detail": page("接口：办件详情", "casework.view", _dispute),
    "case-find": verb("接口：电话、证件号码换成查找用的标记", "casework.view"),
    "dispute-list": Row(
        "接口：纠纷列表、登记纠纷", "disputes.view", FORM, fill=makers.dispute,
        rights={"POST": "disputes.register"},
    ),
    "dispute-detail": page("接口：纠纷详情", "disputes.view", _dispute),
    "dispute-accept": verb("接口：受理", "disputes.accept", _dispute),
    "dispute-decline": verb("接口：不予受理", "disputes.accept", _dispute),
    "dispute-assign": verb("接口：分派", "disputes.assign", _dispute),
    "dispute-escalate": verb("接口：升级", "disputes.assign", _dispute),
    "dispute-return": verb("接口：退回", "disputes.mediate", _dispute),
    "dispute-start-mediation": verb("接口：开始调解", "disputes.mediate", _dispute),
    "dispute-suspend": verb("接口：中止", "disputes.mediate", _dispute),
    "dispute-resume": verb("接口：恢复", "disputes.mediate", _dispute),
    "dispute-agree-in-writing": verb("接口：达成书面协议", "disputes.mediate", _dispute),
    "dispute-agree-orally": verb("接口：达成口头协议", "disputes.mediate", _dispute),
    "dispute-fail": verb("接口：调解不成", "disputes.mediate", _dispute),
    "dispute-refuse": verb("接口：当事人拒绝", "disputes.mediate", _dispute),
    "dispute-redirect": verb("接口：导入其他渠道", "disputes.mediate", _dispute),
    "dispute-follow-up": verb("接口：回访", "disputes.close", _dispute),
    "dispute-close": verb("接口：结案", "disputes.close", _dispute),
    "dispute-reopen": verb("接口：重新办理", "disputes.close", _dispute),
    "reception-detail": page("接口：来访详情", "disputes.view", by_pk(makers.reception)),
    "matter-list": rows_of("接口：来访事项列表", "disputes.view", makers.matter),
    "matter-detail": page("接口：来访事项详情", "disputes.view", by_pk(makers.matter)),
}  # fmt: skip
ROOMS = {
    "通用": GROUND,
    "区划": AREAS,
    "看板与指标": STATISTICS,
    "指标字典": DICTIONARY,
    "大屏": WALLS,
    "边界图": BOUNDARIES,
    "我的看板": BOARDS,
    "岗位看板": ROLE_BOARDS,
    "按类别看指标": CATEGORIES,
    "党建": PARTY,
    "党组织的变动": CHAIN,
    "任职与交叉任职": BODIES,
    "共建单位、联盟和服务队": PARTNERS,
    "共建需求、资源、项目和微心愿": COBUILD,
    "双报到": REPORTING,
    "办件与纠纷": DISPUTES,
    "卷宗文书": PAPERS,
    "督办与时限规则": SUPERVISION,
    "接待台与综治中心": COUNTER,
    "纠纷分类": CLASSIFICATION,
    "诉讼数据": LITIGATION,
    "法院协作": COURT,
    "纠纷的各步骤": LIFECYCLE,
    "安全与保密": SAFETY,
    "工单": ORDERS,
    "联调与当事人": ROOM,
    "系列案": SERIES,
    "网格": GRIDS,
    "帮代办": ERRANDS,
    "名册进出": TABLES,
    "社区工作台": DESK,
    "工作交接": HANDOVER,
    "接口密钥": TOKENS,
    "疑似重复": DUPLICATES,
    "相似纠纷": ALIKE,
    "离线与核对": OFFLINE,
    "走访": VISITS,
    "事件": EVENTS,
    "物业": PROPERTY,
    "物业项目": PROJECTS,
    "专项任务与制度": PROGRAMMES,
    "物业考核": ASSESSMENT,
    "业主大会与委员会": MEETINGS,
    "保交楼": HOUSING,
    "移动办公桌": MOBILE_DESK,
    "办证难": BACKLOG,
    "调度": DISPATCH,
    "通知设置与发送记录": DELIVERIES,
    "简报推送": WEBHOOKS,
    "数据体检": INTEGRITY,
    "系统运行": OPERATIONS,
    "工作报告的更正": CORRECTIONS,
    "调度简报": BRIEFS,
    "居民页面与公众码": PUBLIC,
    "投诉建议": SUGGESTIONS,
}
TABLE: dict[str, Row] = {name: row for room in ROOMS.values() for name, row in room.items()}
