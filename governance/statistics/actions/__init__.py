from governance.statistics.actions.boards import drop_view, save_view
from governance.statistics.actions.role_boards import arrange_board, load_role_boards, reset_board
from governance.statistics.actions.settings import load_indicator_settings

__all__ = [
    "arrange_board",
    "drop_view",
    "load_indicator_settings",
    "load_role_boards",
    "reset_board",
    "save_view",
]
