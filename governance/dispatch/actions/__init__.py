from governance.dispatch.actions.briefs import (
    brief_file,
    edit_brief,
    issue_brief,
    prepare_brief,
    renew_brief,
    sample_brief,
    upload_brief_template,
)
from governance.dispatch.actions.corrections import find_figure_changes, issue_correction
from governance.dispatch.actions.cycles import make_due_cycles, open_cycle, run_now
from governance.dispatch.actions.deliveries import forget_old_deliveries, resend, resend_unsent
from governance.dispatch.actions.digests import gather_digests
from governance.dispatch.actions.items import (
    close_action,
    decide,
    report_action,
    return_action,
    withdraw_action,
)
from governance.dispatch.actions.ladders import add_step, change_step, climb, load_ladder_steps
from governance.dispatch.actions.meetings import (
    add_point,
    correct_minutes,
    hold_meeting,
    issue_minutes,
    load_preset_points,
    plan_meeting,
    take_attendance,
    write_minutes,
)
from governance.dispatch.actions.notices import read_notice, send_notices, tell_office
from governance.dispatch.actions.planning import plan_deliveries
from governance.dispatch.actions.preferences import (
    choose_notices,
    load_notice_hours,
    load_notice_kinds,
    set_address,
)
from governance.dispatch.actions.reports import load_report_figures
from governance.dispatch.actions.schedules import add_schedule, change_schedule, load_cycle_rules
from governance.dispatch.actions.sending import send_due
from governance.dispatch.actions.visits import fill_check, record_visit
from governance.dispatch.actions.webhook_sending import forget_old_events, plan_events, send_events
from governance.dispatch.actions.webhooks import (
    register_webhook,
    resend_event,
    resume_webhook,
    stop_webhook,
    try_webhook,
)

__all__ = [
    "add_point",
    "add_schedule",
    "add_step",
    "brief_file",
    "change_schedule",
    "change_step",
    "choose_notices",
    "climb",
    "close_action",
    "correct_minutes",
    "decide",
    "edit_brief",
    "fill_check",
    "find_figure_changes",
    "forget_old_deliveries",
    "forget_old_events",
    "gather_digests",
    "hold_meeting",
    "issue_brief",
    "issue_correction",
    "issue_minutes",
    "load_cycle_rules",
    "load_ladder_steps",
    "load_notice_hours",
    "load_notice_kinds",
    "load_preset_points",
    "load_report_figures",
    "make_due_cycles",
    "open_cycle",
    "plan_deliveries",
    "plan_events",
    "plan_meeting",
    "prepare_brief",
    "read_notice",
    "record_visit",
    "register_webhook",
    "renew_brief",
    "report_action",
    "resend",
    "resend_event",
    "resend_unsent",
    "resume_webhook",
    "return_action",
    "run_now",
    "sample_brief",
    "send_due",
    "send_events",
    "send_notices",
    "set_address",
    "stop_webhook",
    "take_attendance",
    "tell_office",
    "try_webhook",
    "upload_brief_template",
    "withdraw_action",
    "write_minutes",
]
