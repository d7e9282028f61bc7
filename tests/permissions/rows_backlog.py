"""The deed backlog: projects, buildings and homes, obstacles, plans, what is let pass, cut-off days."""

from tests.factories.deeds import make_deed_project
from tests.permissions import makers_backlog as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, MANAGE, ISSUE, REVEAL = "deeds.view", "deeds.manage", "deeds.issue", "audit.reveal"
_project, _planned = by_pk(make_deed_project), by_pk(makers.planned)
_obstacle, _home, _undertaking = by_pk(makers.obstacle), by_pk(makers.home), by_pk(makers.undertaking)
_seen = {"sees": VIEW}


def _with_create(does: str, fill) -> Row:
    return Row(does, VIEW, FORM, fill=fill, rights={"POST": MANAGE})


BACKLOG = {
    "deeds:board": rows_of("化解看板", VIEW, make_deed_project),
    "deeds:project_list": rows_of("办证项目列表", VIEW, make_deed_project),
    "deeds:project_new": form("登记办证项目", MANAGE),
    "deeds:project_detail": page("办证项目详情", VIEW, _project),
    "deeds:project_step": verb("推进办证项目", MANAGE, makers.project_to("survey")),
    "deeds:project_block": form("标记受阻并提级", MANAGE, _project),
    "deeds:building_add": form("登记楼栋", MANAGE, _project),
    "deeds:plan_write": form("编写一项目一策", MANAGE, _project),
    "deeds:plan_print": page("打印一项目一策", VIEW, _planned),
    "deeds:plan_word": page("一项目一策（Word）", VIEW, _planned),
    "deeds:project_homes": page("逐户办理", VIEW, _project),
    "deeds:project_homes_step": verb("成批办理住房", ISSUE, _project),
    "deeds:home_step_undo": verb("更正成批办理", ISSUE, makers.pressed),
    "deeds:letter_run": page("打印致住户的信", VIEW, _project),
    "deeds:obstacle_list": rows_of("堵点列表", VIEW, makers.obstacle),
    "deeds:obstacle_open": verb("登记堵点", MANAGE, _project),
    "deeds:obstacle_detail": page("堵点详情", VIEW, _obstacle),
    "deeds:obstacle_close": verb("堵点销号", MANAGE, _obstacle),
    "deeds:obstacle_raise": form("堵点提级", MANAGE, _obstacle),
    "deeds:home_list": rows_of("住房列表", VIEW, makers.home),
    "deeds:home_add": form("登记住房", MANAGE, _project),
    "deeds:home_import": form("导入住房名册（另需导入权限）", MANAGE, _project),
    "deeds:home_detail": page("住房详情", VIEW, _home),
    "deeds:home_step": verb("办理一套住房", ISSUE, makers.home_to("notify")),
    "deeds:entitled_add": form("登记权利人", ISSUE, _home),
    "deeds:entitled_remove": form("移除权利人", ISSUE, makers.person),
    "deeds:entitled_reveal": verb("查看权利人完整信息（说明理由）", REVEAL, makers.phone, **_seen),
    "deeds:undertaking_list": rows_of("容缺、承诺列表", VIEW, makers.undertaking),
    "deeds:project_undertaking": form("登记项目的容缺、承诺", MANAGE, _project),
    "deeds:home_undertaking": form("登记住房的容缺、承诺", MANAGE, _home),
    "deeds:undertaking_detail": page("容缺、承诺详情", VIEW, _undertaking),
    "deeds:undertaking_print": page("打印承诺书", VIEW, _undertaking),
    "deeds:undertaking_step": form("核查容缺、承诺", MANAGE, makers.undertaking_to("meet")),
    "deeds:cutoff_list": page("历史遗留截止日期", VIEW),
    "deeds:cutoff_set": form("设定历史遗留截止日期", MANAGE),
    "deed-project-list": _with_create("接口：办证项目列表、登记项目", make_deed_project),
    "deed-project-detail": page("接口：办证项目详情", VIEW, _project),
    "deed-project-step": verb("接口：推进办证项目", MANAGE, _project),
    "deed-project-buildings": verb("接口：登记楼栋", MANAGE, _project),
    "deed-project-homes": verb("接口：登记住房", MANAGE, _project),
    "deed-project-plan": verb("接口：编写一项目一策", MANAGE, _project),
    "deed-project-plan-word": page("接口：一项目一策（Word）", VIEW, _planned),
    "deed-project-obstacles": verb("接口：登记堵点", MANAGE, _project),
    "deed-project-step-homes": verb("接口：成批办理住房", ISSUE, _project),
    "deed-project-undo-homes": verb("接口：更正成批办理", ISSUE, _project),
    "deed-obstacle-list": rows_of("接口：堵点列表", VIEW, makers.obstacle),
    "deed-obstacle-detail": page("接口：堵点详情", VIEW, _obstacle),
    "deed-obstacle-close": verb("接口：堵点销号", MANAGE, _obstacle),
    "deed-obstacle-raise": verb("接口：堵点提级", MANAGE, _obstacle),
    "deed-home-list": rows_of("接口：住房列表", VIEW, makers.home),
    "deed-home-detail": page("接口：住房详情", VIEW, _home),
    "deed-home-issue": verb("接口：住房发证", ISSUE, _home),
    "deed-home-step": verb("接口：办理一套住房", ISSUE, _home),
    "deed-home-people": page("接口：权利人", VIEW, _home),
    "deed-home-add-person": verb("接口：登记权利人", ISSUE, _home),
    "deed-home-remove-person": verb("接口：移除权利人", ISSUE, _home),
    "deed-home-reveal": verb("接口：查看权利人完整信息（说明理由）", REVEAL, _home, **_seen),
    "deed-undertaking-list": _with_create("接口：容缺、承诺列表，登记", makers.undertaking),
    "deed-undertaking-detail": page("接口：容缺、承诺详情", VIEW, _undertaking),
    "deed-undertaking-settle": verb("接口：核查容缺、承诺", MANAGE, _undertaking),
    "deed-cutoff-list": _with_create("接口：历史遗留截止日期列表、设定", makers.cutoff),
    "deed-cutoff-detail": page("接口：历史遗留截止日期详情", VIEW, by_pk(makers.cutoff)),
}
