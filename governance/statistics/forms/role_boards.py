from governance.statistics.forms.boards import TilesForm, tile_fields
from governance.statistics.models import RoleBoard


class RoleBoardForm(TilesForm):
    """What a role steers by. Gives what `arrange_board` takes."""


def initial_of(board: RoleBoard | None) -> dict:
    """What the form shows of the board in force."""
    indicators, shown = board.in_force if board else ([], "")
    return {"shown": shown} | tile_fields(indicators)
