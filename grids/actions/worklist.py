"""网格服务管理事项清单: put a category on it, take it off, let something through for a time."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.rights import EventRight
from grids.models import Event, EventCategory, WorkListException, WorkListItem


@transaction.atomic
def add_work_item(
    area: Area,
    *,
    by: User,
    category: EventCategory,
    title: str,
    basis: str,
    from_on: date,
    to_on: date | None = None,
) -> WorkListItem:
    """列入清单: the communities and grids of the area may be given this category from `from_on`, before `to_on`."""
    if not by.may(EventRight.MANAGE, area.code):
        raise PermissionDenied
    if to_on is not None and to_on <= from_on:
        raise Refused("ends_before", _("失效日期要晚于生效日期，请重新填写。"))
    item = WorkListItem(area=area, category=category, title=title, basis=basis, valid=(from_on, to_on))
    item.full_clean()
    item.save()
    record("worklist.add", by=by, subject=item, after={"category": category.pk, "from": str(from_on)})
    return item


@transaction.atomic
def end_work_item(item: WorkListItem, *, by: User) -> None:
    """移出清单 from today; what was given before stays where it is. An item that has not begun is taken back whole."""
    if not by.may(EventRight.MANAGE, item.area_code):
        raise PermissionDenied
    held = WorkListItem.objects.select_for_update().get(pk=item.pk)
    if held.is_over:
        raise Refused("already_over", _("这一项已经移出清单。"))
    record("worklist.end", by=by, subject=held, after={"category": held.category_id})
    if held.valid.lower >= today():
        held.delete()
        return
    held.valid = (held.valid.lower, today())
    held.save(update_fields=["valid"])


@transaction.atomic
def approve_exception(
    area: Area,
    *,
    by: User,
    category: EventCategory,
    reason: str,
    until_on: date,
    event: Event | None = None,
) -> WorkListException:
    """批准清单外派单 in the area until a day, for the category or for one event alone."""
    if not by.may(EventRight.APPROVE, area.code):
        raise PermissionDenied
    found = WorkListException(
        area=area, category=category, event=event, reason=reason, approved_by=by, until_on=until_on
    )
    if until_on < today():
        raise Refused("in_the_past", _("截止日期已经过了，请重新填写。"))
    found.full_clean()
    found.save()
    record("worklist.except", by=by, subject=found, reason=reason, after={"until": str(until_on)})
    return found
