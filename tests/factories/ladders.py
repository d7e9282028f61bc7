"""Steps of reminder ladders."""

from governance.dispatch.enums import Recipient
from governance.dispatch.models import LadderStep


def make_step(
    kind: str, offset: int, recipient: str = Recipient.OFFICE, *, is_active: bool = True
) -> LadderStep:
    step, _made = LadderStep.objects.get_or_create(
        kind=kind, offset=offset, recipient=recipient, defaults={"is_active": is_active}
    )
    return step
