"""Every step of an event and the verb that takes it: one table for pages and API."""

from grids.actions import event_closing, event_handling, event_intake
from grids.actions.verifications import record_verification

VERBS = {
    "verify": event_intake.verify_event,
    "reject": event_intake.reject_event,
    "merge": event_intake.merge_event,
    "self_handle": event_handling.self_handle_event,
    "dispatch": event_intake.dispatch_event,
    "accept": event_handling.accept_event,
    "return": event_intake.return_event,
    "start": event_handling.start_event,
    "record_verification": record_verification,
    "feedback": event_handling.give_feedback,
    "ask_extension": event_handling.ask_event_extension,
    "grant_extension": event_handling.grant_event_extension,
    "refuse_extension": event_handling.refuse_event_extension,
    "suspend": event_handling.suspend_event,
    "resume": event_handling.resume_event,
    "redo": event_closing.redo_event,
    "check": event_closing.check_event,
    "close": event_closing.close_event,
    "rate": event_closing.rate_event,
    "reopen": event_closing.reopen_event,
    "escalate": event_intake.escalate_event,
}
