"""Who gets what at the counter and in the house of a centre."""

from tests.permissions import makers
from tests.permissions import makers_counter as own
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_centre, _ticket, _matter = by_pk(own.centre), by_pk(own.ticket), by_pk(makers.matter)
NOT_OWN = frozenset({404})  # the draft asked for is somebody else's
_managed = {"gate": "disputes.view"}
_seen = {"sees": "disputes.view"}
COUNTER = {
    "disputes:counter": form("接待台", "disputes.register"),
    "disputes:matter_dispose": form(
        "记录事项的处理结果", "disputes.register", _matter, gate="disputes.view", sees="disputes.view"
    ),
    "disputes:ticket_draw": verb("取号", "disputes.register", _centre, **_seen),
    "disputes:ticket_next": verb("叫下一位", "disputes.register", _centre, **_seen),
    "disputes:ticket_step": verb("叫号、离开", "disputes.register", own.ticket_to("leave"), **_seen),
    "disputes:ticket_slip": page("排队号条", "disputes.register", _ticket, **_seen),
    "disputes:draft_list": page("我的纠纷草稿", "disputes.register"),
    "disputes:draft_discard": Row(
        "放弃草稿（只有本人的）", "disputes.register", {"POST": NOT_OWN}, own.draft, shared=True
    ),
    "disputes:receipt": page("登记回执（登记后几小时内）", "disputes.register", own.receipt),
    "disputes:centre_list": rows_of("综治中心列表", "disputes.view", own.centre),
    "disputes:centre_detail": page("综治中心的窗口和入驻单位", "disputes.view", _centre),
    "disputes:hall": page("大厅叫号屏", "disputes.view", _centre),
    "disputes:centre_manage": page("管理综治中心", "disputes.centre", _centre, **_managed),
    "disputes:centre_add": verb("登记窗口、单位、排班、功能室", "disputes.centre", own.centre_part, **_managed),
    "disputes:centre_end": verb("停用窗口、撤出单位、取消排班", "disputes.centre", own.window, **_managed),
    "waiting:ticket": page("排队等候页（凭号条上的码）", None, own.slip),
    "centre-list": rows_of("接口：综治中心列表", "disputes.view", own.centre),
    "centre-detail": page("接口：综治中心详情", "disputes.view", _centre),
    "ticket-list": Row(
        "接口：排队号列表、取号", "disputes.view", FORM, fill=own.ticket, rights={"POST": "disputes.register"}
    ),
    "ticket-detail": page("接口：排队号", "disputes.view", _ticket),
    "ticket-next": verb("接口：叫下一位", "disputes.register"),
    "ticket-call": verb("接口：叫号", "disputes.register", _ticket, **_seen),
    "ticket-leave": verb("接口：离开", "disputes.register", _ticket, **_seen),
    "reception-list": Row(
        "接口：来访列表、接待登记", "disputes.view", FORM, fill=makers.reception,
        rights={"POST": "disputes.register"},
    ),
    "matter-dispose": verb("接口：记录事项的处理结果", "disputes.register", _matter, **_seen),
    "dispute-draft-list": form("接口：我的草稿、存草稿", "disputes.register"),
    "dispute-draft-detail": Row(
        "接口：看草稿、放弃草稿（只有本人的）", "disputes.register", {"GET": NOT_OWN, "DELETE": NOT_OWN},
        own.draft, shared=True,
    ),
} | {
    f"centre-{part}": verb(f"接口：{does}", "disputes.centre", _centre, **_seen)
    for part, does in {
        "contact": "综治中心对外联系", "rooms": "登记功能室", "windows": "登记窗口", "units": "登记入驻单位",
        "roster": "窗口排班", "end": "停用、撤出、取消排班",
    }.items()
}  # fmt: skip
