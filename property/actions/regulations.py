from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.wording import plain
from property.actions.programmes import demand_run
from property.models import ProgrammeItem, Regulation


def draft_regulation(
    area: Area,
    *,
    by,
    title: str,
    owner_office: str,
    batch: int = 1,
    text: str = "",
    item: ProgrammeItem | None = None,
) -> Regulation:
    """Enter a rule that is being drawn up."""
    demand_run(area.code, by)
    with transaction.atomic():
        rule = Regulation(
            title=plain(title), owner_office=plain(owner_office), batch=batch, text=text.strip(), item=item
        )
        rule.place_in(area)
        rule.full_clean(exclude=["area_code"])
        rule.save()
        rule.write_history("draft", by=by)
        record("regulation.draft", by=by, subject=rule, after={"title": rule.title, "batch": batch})
        return rule


def revise_regulation(regulation: Regulation, *, by, **fields) -> None:
    """Change title, text, owner or batch of a rule that is not issued yet."""
    demand_run(regulation.area_code, by)
    with transaction.atomic():
        rows = Regulation.objects.select_for_update(of=("self",)).select_related("area")
        held = rows.get(pk=regulation.pk)
        if not held.may_be_revised:
            raise Refused(
                "already_issued",
                _("「{}」已经{}，不能再改；要修订请废止后另立。").format(held, held.get_state_display()),
            )
        fields = {name: value for name, value in fields.items() if getattr(held, name) != value}
        if not fields:
            raise Refused("nothing_changed", _("没有改动任何内容，请修改后再提交。"))
        for name, value in fields.items():
            setattr(held, name, plain(value) if isinstance(value, str) and name != "text" else value)
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=list(fields))
        held.write_history("revise", by=by)
        record("regulation.revise", by=by, subject=held, after={"fields": sorted(fields)})


def step_regulation(
    regulation: Regulation,
    step: str,
    *,
    by,
    note: str = "",
    issued_no: str = "",
    issued_on: date | None = None,
) -> None:
    """Take a rule a step on; issuing takes its number and day."""
    changes = {}
    if step == "issue":
        changes = {"issued_no": plain(issued_no), "issued_on": issued_on}
    elif step == "repeal":
        changes = {"repealed_on": today()}
    for name, value in changes.items():
        setattr(regulation, name, value)
    move(regulation, step, by=by, note=plain(note), changes=changes)
