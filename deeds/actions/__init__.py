from deeds.actions.backlog import take_project_step
from deeds.actions.entitled import add_entitled, remove_entitled
from deeds.actions.home_steps import step_homes, undo_home_step
from deeds.actions.homes import add_building, add_home, issue_home, issue_homes, register_home, step_home
from deeds.actions.housing import report_progress
from deeds.actions.obstacles import close_obstacle, open_obstacle, raise_obstacle
from deeds.actions.projects import list_project, set_cutoff, write_plan
from deeds.actions.undertakings import make_undertaking, settle_undertaking

__all__ = [
    "add_building",
    "add_entitled",
    "add_home",
    "close_obstacle",
    "issue_home",
    "issue_homes",
    "list_project",
    "make_undertaking",
    "open_obstacle",
    "raise_obstacle",
    "register_home",
    "remove_entitled",
    "report_progress",
    "set_cutoff",
    "settle_undertaking",
    "step_home",
    "step_homes",
    "take_project_step",
    "undo_home_step",
    "write_plan",
]
