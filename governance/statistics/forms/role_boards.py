from governance.statistics.forms.boards import TilesForm, tile_fields


class RoleBoardForm(TilesForm):
    """What a role steers by. Gives what `arrange_board` takes."""


def initial_of(indicators: list[str], shown: str) -> dict:
    """What the form begins with."""
    return {"shown": shown} | tile_fields(indicators)
