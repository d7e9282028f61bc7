"""Every step of the lifecycle and the verb that takes it: one table for pages and API."""

from functools import partial

from disputes.actions import closing, intake, mediation
from disputes.enums.mediation import AgreementForm

VERBS = {
    "accept": intake.accept_dispute,
    "decline": intake.decline_dispute,
    "assign": intake.assign_dispute,
    "return": intake.return_dispute,
    "escalate": intake.escalate_dispute,
    "start_mediation": mediation.start_mediation,
    "suspend": mediation.suspend_dispute,
    "resume": mediation.resume_dispute,
    "agree_in_writing": partial(mediation.record_agreement, form=AgreementForm.WRITTEN),
    "agree_orally": partial(mediation.record_agreement, form=AgreementForm.ORAL),
    "fail": mediation.fail_mediation,
    "refuse": mediation.refuse_mediation,
    "redirect": mediation.redirect_dispute,
    "follow_up": closing.follow_up_dispute,
    "close": closing.close_dispute,
    "reopen": closing.reopen_dispute,
}
