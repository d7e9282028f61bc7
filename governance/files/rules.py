from django.core.exceptions import PermissionDenied

from governance.audit.enums import Right as AuditRight
from governance.files.enums import Right
from governance.files.layouts import TableLayout, layouts
from governance.files.lists import ListTable
from governance.people.models import User


def importable(user: User) -> list[TableLayout]:
    """The ledgers a person may bring in somewhere."""
    if not user.may(Right.IMPORT):
        return []
    return [layout for layout in layouts().values() if user.may(layout.right)]


def exportable(user: User) -> list[TableLayout]:
    """The ledgers a person may take out: those whose list they may see."""
    return [layout for layout in layouts().values() if user.may(layout.view_right)]


def of_page(user: User, page: str) -> list[TableLayout]:
    """The registers a person may take out of one list."""
    return [layout for layout in exportable(user) if layout.page == page]


def offered(user: User, asked: TableLayout | ListTable | None) -> list[TableLayout | ListTable]:
    """What is offered to somebody who comes from a list: the list as it is shown, then its registers."""
    if not isinstance(asked, ListTable):
        return list(exportable(user))
    if asked.view_right and not user.may(asked.view_right):
        raise PermissionDenied
    return [asked, *of_page(user, asked.key)]


def may_work_on(user: User, layout: TableLayout, area_code: str) -> bool:
    """Whether the person may bring the ledger in there, and so apply and undo it."""
    return user.may(Right.IMPORT, area_code) and user.may(layout.right, area_code)


def may_unmask(user: User, layout: TableLayout | ListTable) -> bool:
    return layout.has_sealed and user.may(AuditRight.REVEAL)
