from governance.statistics.actions.boards import drop_view, load_role_boards, save_view
from governance.statistics.actions.settings import load_indicator_settings

__all__ = ["drop_view", "load_indicator_settings", "load_role_boards", "save_view"]
