"""What may be given to communities and grids: what is on their work list, or approved beside it for a time."""

from django.utils.translation import gettext as _

from governance.casework.models import Case
from governance.kernel.days import today
from governance.people.models import Post
from grids.enums.events import GUARDED_LEVELS
from grids.models import Event, EventCategory, WorkListException, WorkListItem


def is_guarded(post: Post) -> bool:
    """Whether a seat lies so low that the work list guards it."""
    return post.area.level_id in GUARDED_LEVELS


def has_list(code: str) -> bool:
    """Whether any list is in force at a place; where none has been published there is nothing to guard."""
    return WorkListItem.objects.in_force(today()).for_place(code).exists()


def is_on_list(category: EventCategory, code: str) -> bool:
    """Whether a category may be given to the communities and grids at a place."""
    return WorkListItem.objects.in_force(today()).for_place(code).for_category(category).exists()


def is_excepted(event: Event) -> bool:
    """Whether a superior let this event, or its category here, be given to them all the same."""
    return WorkListException.objects.in_force(today()).for_event(event).exists()


def guard_stands(event: Event) -> bool:
    """Whether the list keeps an event from the communities and grids of its place."""
    code = event.case.area_code
    return not is_on_list(event.category, code) and has_list(code) and not is_excepted(event)


def may_be_given(event: Event, post: Post) -> bool:
    """Whether an event may go to a seat."""
    return not is_guarded(post) or not guard_stands(event)


def keeps_from(case: Case, post: Post) -> str:
    """Why an event may not go to a seat, as a sentence; empty when it may."""
    event = case.event
    if may_be_given(event, post):
        return ""
    return _(
        "「{category}」不在这里的网格服务管理事项清单内，不能派给社区和网格。请派给街道或部门，"
        "确需派给社区的先由分管领导批准清单外派单。"
    ).format(category=event.category)
