from deeds.actions.backlog import close_obstacle, open_obstacle, take_project_step
from deeds.actions.homes import issue_home, issue_homes, register_home
from deeds.actions.housing import report_progress

__all__ = [
    "close_obstacle",
    "issue_home",
    "issue_homes",
    "open_obstacle",
    "register_home",
    "report_progress",
    "take_project_step",
]
