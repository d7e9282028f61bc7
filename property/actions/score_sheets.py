from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from property.enums.assessment import AssessmentRight
from property.models import RaterWeight, ScoreItem, ScorePreset, ScoreSheet
from property.rules.assessment import check_sheet
from property.states.assessment import SheetState

_NUMBERS = ("a_from", "b_from", "c_from", "fair_marks", "appeal_days", "yellows_for_red", "card_years")


def load_score_presets(rows: list[dict]) -> None:
    """Patterns of score sheets, by key; again changes only what differs."""
    for row in rows:
        ScorePreset.objects.update_or_create(key=row.pop("key"), defaults=row)


def draft_sheet(
    area: Area,
    *,
    by,
    name: str,
    items: Sequence[dict] = (),
    weights: dict[str, int] | None = None,
    basis: str = "",
    preset: ScorePreset | None = None,
    **numbers: int,
) -> ScoreSheet:
    """Begin a version of an area's score sheet, from a pattern or from items and weights of one's own."""
    demand(by, AssessmentRight.RUN, area.code)
    if preset is not None:
        given = preset.content
        items, weights, basis = given["items"], given["weights"], basis or given["basis"]
        numbers = {name: given[name] for name in _NUMBERS}
    with transaction.atomic():
        sheet = ScoreSheet(name=plain(name), basis=plain(basis), **_known(numbers))
        sheet.place_in(area)
        _write(sheet, items, weights or {})
        record("assessment.draft_sheet", by=by, subject=sheet, after=_summary(sheet, items, weights))
        return sheet


def revise_sheet(
    sheet: ScoreSheet,
    *,
    by,
    name: str,
    items: Sequence[dict],
    weights: dict[str, int],
    basis: str = "",
    **numbers: int,
) -> None:
    """Change a draft; what is or was in force is followed by a new version instead."""
    demand(by, AssessmentRight.RUN, sheet.area_code)
    with transaction.atomic():
        held = ScoreSheet.objects.select_for_update(of=("self",)).select_related("area").get(pk=sheet.pk)
        if held.state != SheetState.DRAFT:
            raise Refused(
                "sheet_in_force",
                _("「{}」{}，不能修改；要调整请另起草一版。").format(held, held.get_state_display()),
            )
        held.name, held.basis = plain(name), plain(basis)
        for field, value in _known(numbers).items():
            setattr(held, field, value)
        held.items.all().delete()
        held.weights.all().delete()
        _write(held, items, weights)
        record("assessment.revise_sheet", by=by, subject=held, after=_summary(held, items, weights))


def step_sheet(sheet: ScoreSheet, step: str, *, by) -> None:
    """Put a draft in force, the present version giving way to it, or withdraw what is in force."""
    with transaction.atomic():
        if step == "enforce":
            demand(by, AssessmentRight.RUN, sheet.area_code)
            present = ScoreSheet.objects.select_for_update().filter(area=sheet.area).in_force()
            if sheet.state == SheetState.DRAFT:
                for earlier in present:
                    move(earlier, "withdraw", by=by, changes={"withdrawn_on": today()})
            move(sheet, step, by=by, changes={"in_force_from": today()})
        else:
            move(sheet, step, by=by, changes={"withdrawn_on": today()})


def _known(numbers: dict[str, int]) -> dict[str, int]:
    unknown = set(numbers) - set(_NUMBERS)
    assert not unknown, f"a sheet has no {unknown}"
    return numbers


def _write(sheet: ScoreSheet, items: Sequence[dict], weights: dict[str, int]) -> None:
    check_sheet(items, weights)
    sheet.full_clean(exclude=["area_code"])
    sheet.save()
    rows = [
        ScoreItem(
            sheet=sheet,
            section=plain(item["section"]),
            text=plain(item["text"]),
            marks=item["marks"],
            position=position,
        )
        for position, item in enumerate(items, start=1)
    ]
    rows += [RaterWeight(sheet=sheet, rater=rater, weight=weight) for rater, weight in weights.items()]
    for row in rows:
        row.full_clean()
        row.save()


def _summary(sheet: ScoreSheet, items: Sequence[dict], weights: dict | None) -> dict:
    return {"name": sheet.name, "items": len(items), "weights": weights}
