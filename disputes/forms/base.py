from governance.casework.forms import CaseStepForm


class StepForm(CaseStepForm):
    """A step of a dispute; subclasses ask for what else it takes."""

    def __init__(self, *args, dispute, step, user, **kwargs):
        super().__init__(*args, case=dispute.case, step=step, **kwargs)
        self.prepare(dispute, user)

    def prepare(self, dispute, user) -> None:
        """Fill choices that depend on the dispute and the officer."""
