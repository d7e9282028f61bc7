"""Which form each step of a dispute asks with; a step without one takes the note alone."""

from disputes.forms import agreements, intake

STEP_FORMS = {
    "accept": intake.AcceptForm,
    "decline": intake.DeclineForm,
    "assign": intake.AssignForm,
    "escalate": intake.EscalateForm,
    "ask_extension": intake.ExtensionForm,
    "start_mediation": intake.MediationForm,
    "open_joint": intake.JointForm,
    "suspend": intake.SuspendForm,
    "agree_in_writing": agreements.WrittenAgreementForm,
    "agree_orally": agreements.AgreementForm,
    "fail": intake.FailForm,
    "redirect": intake.RedirectForm,
    "record_track": intake.TrackForm,
    "apply_confirmation": agreements.ConfirmationForm,
    "confirm": agreements.RulingForm,
    "reject_confirmation": agreements.RulingForm,
    "start_performance": agreements.StartPerformanceForm,
    "follow_up": intake.FollowUpForm,
    "reopen": intake.ReopenForm,
}
