"""A visit as its page shows it: the checklist, and how each fault stands."""

from governance.dispatch.enums import Right
from governance.dispatch.models import SupervisionVisit
from governance.dispatch.presenting.actions import look_of


def visit_page(visit: SupervisionVisit, user) -> dict:
    checks = [
        {"check": check, "look": look_of(check.action.state) if check.action else None}
        for check in visit.checks.select_related("action")
    ]
    edits = user.may(Right.MANAGE, visit.cycle.area_code) and not visit.cycle.is_issued
    sees_cycle = user.may(Right.VIEW, visit.cycle.area_code)
    return {"visit": visit, "checks": checks, "edits": edits, "sees_cycle": sees_cycle}
