from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import DeedProject, EntitledPerson, Home, Undertaking
from deeds.states import UndertakingState
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.scope import demand


@transaction.atomic
def make_undertaking(
    project: DeedProject, *, by, kind: str, what: str, consequence: str, due_on: date,
    home: Home | None = None, person: EntitledPerson | None = None, signatory: str = "", made_on: date | None = None,
) -> Undertaking:  # fmt: skip
    """Write down what is let pass, until when, and what follows if not; of a project, or of one of its homes."""
    demand(by, Right.MANAGE, project.area_code)
    if home and home.project_id != project.pk:
        raise Refused("other_project", _("这套房不属于这个项目，请重新选择。"))
    if person and (home is None or person.home_id != home.pk or person.left_on):
        raise Refused("other_home", _("承诺人要是这套房现在的权利人，请重新选择。"))
    undertaking = Undertaking(
        project=project, home=home, person=person, kind=kind, what=what, consequence=consequence,
        signatory=signatory, made_on=made_on or today(), due_on=due_on,
    )  # fmt: skip
    if undertaking.made_on > today():
        raise Refused("future_day", _("签订日期不能晚于今天，签了以后再来登记。"))
    undertaking.place_in(project.area)
    undertaking.area = project.area
    undertaking.full_clean(exclude=["area_code"])
    undertaking.save()
    after = {"kind": kind, "due_on": due_on.isoformat(), "home": home and home.pk}
    record("deeds.undertaking.make", by=by, subject=undertaking, after=after)
    return undertaking


def settle_undertaking(undertaking: Undertaking, step_name: str, *, by, finding: str) -> None:
    """Say after a check whether the word was kept; `reopen` takes a wrong finding back."""
    over = step_name == "reopen"
    changes = {"settled_on": None if over else today(), "finding": "" if over else finding.strip()}
    if step_name == "break" and undertaking.due_on >= today() and undertaking.state == UndertakingState.OPEN:
        raise Refused("not_due", _("期限 {} 还没有过，不能认定未兑现。").format(undertaking.due_on))
    move(undertaking, step_name, by=by, note=finding, changes=changes)
