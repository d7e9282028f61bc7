"""Projects of property with fees, complaints, rates and the board; companies registered, revised, closed."""

from tests.factories.property import make_company
from tests.permissions import makers, makers_projects
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_VIEW, _MANAGE, _REPORT, _REVEAL = "property.view", "property.manage", "events.report", "audit.reveal"
_grid = {"level": "grid"}
_project, _company = by_pk(makers_projects.project), by_pk(make_company)
_api = {"sees": _VIEW, **_grid}

PROJECTS = {
    "property:board": page("物业看板", _VIEW, query=makers.area_of),
    "property:rates": page("物业三率", _VIEW, query=makers.area_of),
    "property:project_list": rows_of("物业项目列表", _VIEW, makers_projects.project, **_grid),
    "property:project_detail": page("物业项目详情", _VIEW, _project, **_grid),
    "property:project_renew": form("续签物业合同", _MANAGE, by_pk(makers_projects.ending_project), **_grid),
    "property:project_manager": form("更换项目经理", _MANAGE, _project, **_grid),
    "property:project_describe": form("修改合同信息和人员", _MANAGE, _project, **_grid),
    "property:project_fee": form("登记物业费", _MANAGE, _project, **_grid),
    "property:project_reveal": verb(
        "查看项目经理姓名、电话（说明理由）", _REVEAL, makers_projects.manager, **_api
    ),
    "property:complaint_new": form("登记物业投诉", _REPORT, _project, **_api),
    "property:complaint_list": rows_of("物业投诉列表", _VIEW, makers_projects.complaint, **_grid),
    "property:fee_list": rows_of("物业费收缴列表", _VIEW, makers_projects.fee, **_grid),
    "property:company_new": form("登记物业企业", _MANAGE),
    "property:company_edit": form("修改物业企业信息", _MANAGE, _company),
    "property:company_close": form("登记物业企业停止经营", _MANAGE, _company),
    "property:company_party_end": form("登记企业党组织撤销", _MANAGE, makers_projects.organised),
    "property-company-list": Row(
        "接口：物业企业列表、登记企业", _VIEW, FORM, fill=make_company, rights={"POST": _MANAGE}
    ),
    "property-company-detail": page("接口：物业企业详情", _VIEW, _company),
    "property-company-revise": verb("接口：修改物业企业信息", _MANAGE, _company, sees=_VIEW),
    "property-company-close": verb("接口：登记物业企业停止经营", _MANAGE, _company, sees=_VIEW),
    "property-company-link-party": verb("接口：登记企业党组织", _MANAGE, _company, sees=_VIEW),
    "property-company-end-party": verb(
        "接口：登记企业党组织撤销", _MANAGE, makers_projects.organised, sees=_VIEW
    ),
    "property-contract-list": Row(
        "接口：物业项目列表、登记合同", _VIEW, FORM, fill=makers_projects.project, rights={"POST": _MANAGE}, **_grid
    ),
    "property-contract-detail": page("接口：物业项目详情", _VIEW, _project, **_grid),
    "property-contract-renew": verb("接口：续签物业合同", _MANAGE, _project, **_api),
    "property-contract-change-manager": verb("接口：更换项目经理", _MANAGE, _project, **_api),
    "property-contract-describe": verb("接口：修改合同信息和人员", _MANAGE, _project, **_api),
    "property-contract-end": verb("接口：终止物业合同", _MANAGE, _project, **_api),
    "property-contract-reveal-manager": verb(
        "接口：查看项目经理姓名、电话（说明理由）", _REVEAL, _project, **_api
    ),
    "project-fee-list": Row(
        "接口：物业费收缴列表、登记物业费", _VIEW, FORM, fill=makers_projects.fee, rights={"POST": _MANAGE}, **_grid
    ),
    "project-fee-detail": page("接口：物业费收缴详情", _VIEW, by_pk(makers_projects.fee), **_grid),
    "property-complaint-list": Row(
        "接口：物业投诉列表、登记投诉", _VIEW, FORM, fill=makers_projects.complaint, rights={"POST": _REPORT}, **_grid
    ),
    "property-complaint-detail": page("接口：物业投诉详情", _VIEW, by_pk(makers_projects.complaint), **_grid),
    "property-rates-list": page("接口：物业三率", _VIEW, query=makers.area_of),
}  # fmt: skip
