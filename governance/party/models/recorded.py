from governance.audit.actions import record
from governance.kernel.lifecycle import Staged, Step


class Recorded(Staged):
    """A row whose steps are told by the trail alone; `closing_note` keeps the reason of the last that took one."""

    class Meta:
        abstract = True

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        record(
            f"party.{self._meta.model_name}.{step.name}",
            by=by,
            subject=self,
            before={"state": str(source)},
            after={"state": str(self.state)},
            reason=note,
        )
