"""Who gets what of events, the work list and the catalogue."""

from grids.states.events import EVENT_STEPS
from tests.permissions import makers_events as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

# What is on the list of an area is read in all areas below it; nobody sits below a building.
_building = {"level": "building"}
_item = by_pk(makers.work_item)
EVENTS = {
    "grids:event_list": rows_of("事件列表", "events.view", makers.event),
    "grids:event_report": form("上报事件", "events.report"),
    "grids:my_events": page("与我有关的事件", "events.report"),
    "grids:event_triage": page("派单台", "events.dispatch"),
    "grids:event_detail": page("事件详情", "events.view", makers.event_by_number),
    "grids:event_step": verb(
        "办理事件（各步骤的权限见接口）", "events.dispatch", makers.event_to("verify"), gate="events.view"
    ),
    "grids:event_verification": form(
        "登记联合核实", "events.handle", makers.handled_event, sees="events.view"
    ),
    "grids:reporter_reveal": verb(
        "查看上报人电话（说明理由）", "audit.reveal", makers.reporter, sees="events.view"
    ),
    "grids:work_list": page("网格服务管理事项清单", "events.view"),
    "grids:work_item_add": form("列入清单", "events.manage"),
    "grids:work_item_end": verb("移出清单", "events.manage", _item, sees="events.view", **_building),
    "grids:work_exception_approve": form("批准清单外派单", "events.approve"),
    "grids:event_category_list": page("事件类别", "events.catalogue"),
    "grids:event_category_edit": form("修改事件类别", "events.catalogue", makers.category, shared=True),
    "event-list": Row(
        "接口：事件列表、上报事件", "events.view", FORM, fill=makers.event, rights={"POST": "events.report"}
    ),
    "event-detail": page("接口：事件详情", "events.view", makers.event_by_number),
    "event-photos": verb("接口：补事件照片", "events.report", makers.event_by_number, sees="events.view"),
    "event-category-list": page("接口：事件类别", "events.view"),
    "event-category-detail": page("接口：事件类别详情", "events.view", makers.category, shared=True),
    "work-list-list": page("接口：网格服务管理事项清单", "events.view"),
    "work-list-detail": page("接口：清单事项详情", "events.view", _item, **_building),
} | {
    f"event-{name.replace('_', '-')}": verb(
        f"接口：{step.label}", step.right, makers.event_by_number, sees="events.view"
    )
    for name, step in EVENT_STEPS.items()
}
