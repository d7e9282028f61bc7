"""Dated changes of the Party chain, on pages and by API."""

from tests.permissions import makers, makers_chain
from tests.permissions.makers import by_pk
from tests.permissions.rows import form, page, verb

_org = by_pk(makers.org)
_called = {"sees": "party.view"}
CHAIN = {
    "party:org_print": page("打印组织链条", "party.view", _org),
    "party:org_move": form("调整隶属", "party.manage", _org),
    "party:org_merge": form("并入其他党组织", "party.manage", _org),
    "party:org_split": form("分设党组织", "party.manage", _org),
    "party:org_elect": form("登记换届", "party.manage", _org),
    "party:org_revise": form("修改人数和批准文号", "party.manage", _org),
    "party:area_serve": form("增加服务范围", "party.manage", _org),
    "party:area_leave": form("结束服务范围", "party.manage", makers_chain.served_area),
    "party:member_seat": form("增加成员单位", "party.manage", _org),
    "party:member_unseat": form("成员单位退出", "party.manage", makers_chain.member),
    "party-organisation-standing": page("接口：党组织在链条中的位置和变动", "party.view", _org),
    "party-organisation-rename": verb("接口：党组织更名", "party.manage", _org, **_called),
    "party-organisation-dissolve": verb("接口：撤销党组织", "party.manage", _org, **_called),
    "party-organisation-move": verb("接口：调整隶属", "party.manage", _org, **_called),
    "party-organisation-merge": verb("接口：并入其他党组织", "party.manage", _org, **_called),
    "party-organisation-split": verb("接口：分设党组织", "party.manage", _org, **_called),
    "party-organisation-elect": verb("接口：登记换届", "party.manage", _org, **_called),
    "party-organisation-revise": verb("接口：修改人数和批准文号", "party.manage", _org, **_called),
    "party-organisation-serve": verb("接口：增加服务范围", "party.manage", _org, **_called),
    "party-organisation-leave": verb("接口：结束服务范围", "party.manage", _org, **_called),
    "party-organisation-seat": verb("接口：增加成员单位", "party.manage", _org, **_called),
    "party-organisation-unseat": verb("接口：成员单位退出", "party.manage", _org, **_called),
}
