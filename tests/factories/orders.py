"""Work orders, past the verbs."""

from datetime import date, timedelta

from django.utils import timezone

from governance.areas.models import Area
from governance.casework.enums import OrderKind
from governance.casework.models import Case, WorkOrder
from governance.people.models import Post
from tests.factories.people import make_role


def make_seat(area: Area, title: str = "", role: str = "department_handler") -> Post:
    """A seat nobody sits in yet, told from others of its role by its title."""
    return Post.objects.create(role=make_role(role), area=area, title=title, opened_on=date(2020, 1, 1))


def make_order(case: Case, to: Post, **fields) -> WorkOrder:
    defaults = {
        "kind": OrderKind.REFER,
        "reason": "请派人协助核实",
        "respond_by": timezone.now() + timedelta(days=1),
    }
    return WorkOrder.objects.create(case=case, area=case.area, to_post=to, **(defaults | fields))
