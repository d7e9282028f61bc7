from governance.statistics.actions.boards import drop_view, load_role_boards, save_view

__all__ = ["drop_view", "load_role_boards", "save_view"]
