"""Every step of the lifecycle and the verb that takes it: one table for pages and API."""

from functools import partial

from disputes.actions import agreements, closing, confirmation, ending, intake, mediation, performance, tracks
from disputes.enums.mediation import AgreementForm

VERBS = {
    "accept": intake.accept_dispute,
    "decline": intake.decline_dispute,
    "assign": intake.assign_dispute,
    "return": intake.return_dispute,
    "escalate": intake.escalate_dispute,
    "ask_extension": intake.ask_extension,
    "grant_extension": intake.grant_extension,
    "refuse_extension": intake.refuse_extension,
    "start_mediation": mediation.start_mediation,
    "open_joint": mediation.open_joint,
    "close_joint": mediation.close_joint,
    "suspend": mediation.suspend_dispute,
    "resume": mediation.resume_dispute,
    "resume_jointly": partial(mediation.resume_dispute, step="resume_jointly"),
    "agree_in_writing": partial(agreements.record_agreement, form=AgreementForm.WRITTEN),
    "agree_orally": partial(agreements.record_agreement, form=AgreementForm.ORAL),
    "fail": ending.fail_mediation,
    "refuse": ending.refuse_mediation,
    "redirect": tracks.redirect_dispute,
    "record_track": tracks.record_track,
    "apply_confirmation": confirmation.apply_confirmation,
    "confirm": confirmation.confirm_agreement,
    "reject_confirmation": confirmation.reject_confirmation,
    "start_performance": performance.start_performance,
    "perform": performance.perform_dispute,
    "default": performance.default_dispute,
    "resume_performance": performance.resume_performance,
    "follow_up": closing.follow_up_dispute,
    "close": closing.close_dispute,
    "archive": closing.archive_dispute,
    "reopen": closing.reopen_dispute,
}
