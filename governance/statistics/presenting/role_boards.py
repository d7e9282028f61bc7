"""The boards of the roles, one a role that looks at the board at all, and the one for all others."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from governance.people.models import Role
from governance.statistics import registry
from governance.statistics.enums import OTHERS, Right
from governance.statistics.models import RoleBoard


@dataclass(frozen=True)
class RoleLine:
    """What one role sees first; `board` is None where it sees what all others see."""

    role: Role | None
    board: RoleBoard | None
    usual: RoleBoard | None = None  # what all others see

    @property
    def code(self) -> str:
        return self.role.code if self.role else OTHERS

    @property
    def name(self) -> str:
        return self.role.name if self.role else _("其他岗位")

    @property
    def is_own(self) -> bool:
        return bool(self.board and self.board.is_own)

    @property
    def indicators(self) -> list[str]:
        return list(self.board.in_force[0]) if self.board else []

    @property
    def shown(self) -> str:
        return self.board.in_force[1] if self.board else ""

    @property
    def seen(self) -> tuple[list[str], str]:
        """What the role sees now, whosever board it is: where its own begins."""
        said = (board.in_force for board in (self.board, self.usual) if board)
        return next((one for one in said if one[0]), ([], ""))

    @property
    def tiles(self) -> list[str]:
        """The names of the indicators in their order; what is no longer published is left out, as on the board."""
        known = registry.indicators()
        return [known[key].name for key in self.indicators if key in known]

    @property
    def depth(self) -> str:
        known = registry.indicators()
        return known[self.shown].name if self.shown in known else ""


def role_lines() -> list[RoleLine]:
    """All others first, then the roles in their order."""
    boards = {board.role_id: board for board in RoleBoard.objects.all()}
    return [RoleLine(role, boards.get(role and role.pk)) for role in (None, *_readers())]


def role_line(code: str) -> RoleLine:
    """The one an address names; roles that do not look at the board are not found."""
    role = None if code == OTHERS else _readers().filter(code=code).first()
    if role is None and code != OTHERS:
        raise Http404
    boards = {board.role_id: board for board in RoleBoard.objects.filter(Q(role=role) | Q(role=None))}
    return RoleLine(role, boards.get(role and role.pk), boards.get(None))


def _readers():
    return Role.objects.filter(rights__contains=[Right.VIEW])
