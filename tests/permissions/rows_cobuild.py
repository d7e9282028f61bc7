"""Resources, needs, joint projects and wishes, on pages and by API."""

from tests.factories import cobuild, party
from tests.permissions.makers import by_pk
from tests.permissions.makers_cobuild import phone_of_wish, to_step
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, BUILD, REVEAL = "party.view", "party.build", "audit.reveal"
_resource, _need = by_pk(cobuild.make_resource), by_pk(cobuild.make_need)
_project, _wish = by_pk(cobuild.make_project), by_pk(cobuild.make_wish)


def _with_create(does: str, fill) -> Row:
    return Row(does, VIEW, FORM, fill=fill, rights={"POST": BUILD})


COBUILD = {
    "party:resource_list": rows_of("资源清单", VIEW, cobuild.make_resource),
    "party:resource_offer": form("登记资源", BUILD, by_pk(party.make_partner)),
    "party:resource_step": form("撤回、重新提供资源", BUILD, to_step(cobuild.make_resource, "withdraw")),
    "party:need_list": rows_of("需求清单", VIEW, cobuild.make_need),
    "party:need_post": form("登记需求", BUILD),
    "party:need_detail": page("需求详情和可对接的资源", VIEW, _need),
    "party:need_match": verb("需求对接立项", BUILD, _need),
    "party:need_step": form("撤回需求", BUILD, to_step(cobuild.make_need, "withdraw")),
    "party:project_list": rows_of("项目清单", VIEW, cobuild.make_project),
    "party:project_detail": page("共建项目详情", VIEW, _project),
    "party:project_step": form("推进共建项目", BUILD, to_step(cobuild.make_project, "start")),
    "party:wish_board": page("微心愿看板", VIEW),
    "party:wish_list": rows_of("微心愿列表", VIEW, cobuild.make_wish),
    "party:wish_post": form("登记微心愿", BUILD),
    "party:wish_detail": page("微心愿详情", VIEW, _wish),
    "party:wish_step": form("认领、实现、答谢微心愿", BUILD, to_step(cobuild.make_wish, "claim")),
    "party:wish_reveal": verb("查看微心愿联系人（说明理由）", REVEAL, phone_of_wish, sees=VIEW),
    "partner-resource-list": _with_create("接口：资源清单、登记资源", cobuild.make_resource),
    "partner-resource-detail": page("接口：资源详情", VIEW, _resource),
    "partner-resource-step": verb("接口：撤回、重新提供资源", BUILD, _resource),
    "community-need-list": _with_create("接口：需求清单、登记需求", cobuild.make_need),
    "community-need-detail": page("接口：需求详情", VIEW, _need),
    "community-need-suggestions": page("接口：可对接的资源", VIEW, _need),
    "community-need-withdraw": verb("接口：撤回需求", BUILD, _need),
    "community-need-match": verb("接口：需求对接立项", BUILD, _need),
    "co-project-list": rows_of("接口：项目清单", VIEW, cobuild.make_project),
    "co-project-detail": page("接口：共建项目详情", VIEW, _project),
    "co-project-step": verb("接口：推进共建项目", BUILD, _project),
    "wish-list": _with_create("接口：微心愿列表、登记微心愿", cobuild.make_wish),
    "wish-detail": page("接口：微心愿详情", VIEW, _wish),
    "wish-claim": verb("接口：认领微心愿", BUILD, _wish),
    "wish-release": verb("接口：放弃认领", BUILD, _wish),
    "wish-fulfil": verb("接口：登记实现", BUILD, _wish),
    "wish-thank": verb("接口：登记答谢", BUILD, _wish),
    "wish-withdraw": verb("接口：撤回微心愿", BUILD, _wish),
}
