"""The rail of the desk, by work: an entry is shown to whoever holds its right.

An entry is lit on its own page and on those below it; `covers` names further addresses that belong to it.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Work in groups; within a group the entries a person may open, in this order.
NAVIGATION = [
    {
        "label": _("办件"),
        "entries": [
            {"label": _("待办"), "url": "casework:queue", "icon": "inbox", "right": "casework.view"},
            {"label": _("工单"), "url": "casework:order_list", "icon": "send", "right": "casework.handle"},
            {
                "label": _("督办"),
                "url": "casework:supervision_list",
                "icon": "flag",
                "right": "casework.view",
            },
            {"label": _("事件"), "url": "grids:event_list", "icon": "cone-striped", "right": "events.view"},
            {"label": _("诉求"), "url": "grids:need_list", "icon": "chat-square-text", "right": "grids.view"},
            {
                "label": pgettext_lazy("list", "帮代办"),
                "url": "grids:errand_list",
                "icon": "card-checklist",
                "right": "errands.view",
            },
            {
                "label": _("投诉建议"),
                "url": "grids:suggestion_list",
                "icon": "reply",
                "right": "suggestions.view",
            },
        ],
    },
    {
        "label": _("矛盾纠纷"),
        "entries": [
            {
                "label": _("接待台"),
                "url": "disputes:counter",
                "icon": "person-plus",
                "right": "disputes.register",
            },
            {
                "label": pgettext_lazy("list", "纠纷"),
                "url": "disputes:case_list",
                "icon": "people",
                "right": "disputes.view",
            },
            {
                "label": _("分类统计"),
                "url": "disputes:category_report",
                "icon": "layers",
                "right": "disputes.view",
            },
            {
                "label": _("共享法庭"),
                "url": "disputes:shared_court_list",
                "icon": "bank",
                "right": "disputes.view",
            },
            {
                "label": _("法律协作"),
                "url": "disputes:consultation_list",
                "icon": "journal-text",
                "right": "court.consult",
            },
        ],
    },
    {
        "label": _("网格与社区"),
        "entries": [
            {"label": _("走访"), "url": "grids:visit_list", "icon": "person-walking", "right": "grids.view"},
            {
                "label": _("社区工作台"),
                "url": "grids:community_list",
                "icon": "house-gear",
                "right": "grids.view",
            },
            {
                "label": pgettext_lazy("list", "网格"),
                "url": "grids:grid_list",
                "icon": "grid-3x3-gap",
                "right": "grids.view",
            },
            {"label": _("议事会"), "url": "grids:topic_list", "icon": "megaphone", "right": "council.view"},
            {
                "label": _("党建"),
                "url": "party:board",
                "icon": "star",
                "right": "party.view",
                "covers": ("/party/orgs/", "/grids/bodies/"),
            },
            {
                "label": _("共建"),
                "url": "party:partner_list",
                "icon": "diagram-3",
                "right": "party.view",
                "covers": ("/party/",),
            },
        ],
    },
    {
        "label": _("专项工作"),
        "entries": [
            {
                "label": _("物业"),
                "url": "property:compound_list",
                "icon": "buildings",
                "right": "property.view",
                "covers": ("/property/",),
            },
            {
                "label": _("物业考核"),
                "url": "property:round_list",
                "icon": "clipboard-check",
                "right": "assessment.view",
                "covers": tuple(
                    f"/property/{room}/"
                    for room in (
                        "assessments",
                        "appeals",
                        "score-sheets",
                        "mandates",
                        "rectifications",
                        "cards",
                    )
                ),
            },
            {
                "label": _("专项任务"),
                "url": "property:programme_list",
                "icon": "list-task",
                "right": "programme.view",
                "covers": ("/property/items/", "/property/regulations/"),
            },
            {
                "label": _("办证"),
                "url": "deeds:board",
                "icon": "file-earmark-check",
                "right": "deeds.view",
            },
            {"label": _("保交楼"), "url": "deeds:housing_list", "icon": "building", "right": "deeds.view"},
        ],
    },
    {
        "label": _("调度与看板"),
        "entries": [
            {
                "label": _("调度"),
                "url": "dispatch:cycle_list",
                "icon": "calendar-check",
                "right": "dispatch.view",
                "covers": (
                    "/dispatch/visits/",
                    "/dispatch/items/",
                    "/dispatch/briefs/",
                    "/dispatch/corrections/",
                    "/dispatch/webhooks/",
                ),
            },
            {
                "label": _("调度任务"),
                "url": "dispatch:action_list",
                "icon": "list-task",
                "right": "dispatch.view",
            },
            {"label": _("看板"), "url": "statistics:board", "icon": "bar-chart", "right": "statistics.view"},
            {
                "label": _("指标字典"),
                "url": "statistics:dictionary",
                "icon": "journal-check",
                "right": "statistics.view",
            },
            {"label": _("大屏"), "url": "walls:wall_list", "icon": "display", "right": "statistics.view"},
            {
                "label": _("诉讼数据"),
                "url": "disputes:litigation_rates",
                "icon": "graph-up",
                "right": "statistics.view",
            },
        ],
    },
    {
        "label": _("设置"),
        "entries": [
            {
                "label": _("导入导出"),
                "url": "files:import_list",
                "icon": "file-earmark-arrow-up",
                "right": "files.import",
            },
            {
                "label": _("文书模板"),
                "url": "disputes:template_list",
                "icon": "file-earmark-text",
                "right": "disputes.templates",
            },
            {
                "label": _("时限规则"),
                "url": "casework:rule_set_list",
                "icon": "clock",
                "right": "casework.rules",
            },
            {
                "label": _("调度安排"),
                "url": "dispatch:schedule_list",
                "icon": "calendar-week",
                "right": "dispatch.schedule",
                "covers": ("/dispatch/runs/", "/dispatch/ladders/"),
            },
            {
                "label": _("发送记录"),
                "url": "dispatch:delivery_list",
                "icon": "send",
                "right": "deliveries.view",
            },
            {"label": _("社区标准"), "url": "grids:standards", "icon": "gear", "right": "grids.standards"},
            {
                "label": _("类别对照"),
                "url": "disputes:category_map",
                "icon": "list-task",
                "right": "disputes.catalogue",
            },
            {
                "label": _("事件类别"),
                "url": "grids:event_category_list",
                "icon": "list-task",
                "right": "events.catalogue",
            },
            {
                "label": pgettext_lazy("list", "岗位看板"),
                "url": "statistics:role_board_list",
                "icon": "bar-chart",
                "right": "statistics.arrange",
            },
            {
                "label": _("数据体检"),
                "url": "integrity:board",
                "icon": "shield-check",
                "right": "integrity.view",
            },
            {
                "label": _("慢语句"),
                "url": "operations:slow_list",
                "icon": "clock",
                "right": "operations.view",
            },
            {
                "label": pgettext_lazy("list", "区划"),
                "url": "areas:area_list",
                "icon": "diagram-3",
                "right": "areas.manage",
            },
        ],
    },
]

# The bar of the phone: four pages.
PHONE_TABS = [
    {"label": _("今日"), "url": "grids:today", "icon": "calendar-check", "right": "grids.visit"},
    {"label": _("走访"), "url": "grids:roster", "icon": "person-walking", "right": "grids.visit"},
    {"label": _("上报"), "url": "grids:report", "icon": "megaphone", "right": "grids.visit"},
    {"label": pgettext_lazy("menu", "我的"), "url": "grids:my", "icon": "person", "right": "grids.visit"},
]
