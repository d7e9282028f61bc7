"""Figures of the courts, and how a place reckons its rates."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.litigation import DEFINITIONS
from disputes.enums.rights import Right
from disputes.models import LitigationCorrection, LitigationFigure, RateDefinition
from disputes.models.litigation import COUNTED
from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import month_start, today
from governance.kernel.errors import Refused
from governance.people.models import User


@transaction.atomic
def report_figures(area: Area, *, by: User, month: date, **values) -> LitigationFigure:
    """Write down what the courts of a county reported for a month that is over."""
    if not by.may(Right.LITIGATION, area.code):
        raise PermissionDenied
    if area.level_id != "county":
        raise Refused("not_county", _("诉讼数据按县区登记，请选择县区。"))
    if month_start(month) > today():
        raise Refused("month_to_come", _("这个月还没有到，请核对月份。"))
    figure = LitigationFigure(area=area, month=month_start(month), **values)
    figure.full_clean()
    figure.save()
    record("litigation.report", by=by, subject=figure, after=_said(figure))
    return figure


@transaction.atomic
def correct_figures(figure: LitigationFigure, *, by: User, reason: str, **values) -> None:
    """Put a month right. What stood there stays on record with the reason."""
    if not by.may(Right.LITIGATION, figure.area_code):
        raise PermissionDenied
    figure = LitigationFigure.objects.select_for_update().get(pk=figure.pk)
    before = _said(figure)
    for name, value in values.items():
        setattr(figure, name, value)
    if _said(figure) == before:
        raise Refused("nothing_changed", _("数据没有改动，请核对后再更正。"))
    figure.full_clean()
    figure.save()
    LitigationCorrection.objects.create(figure=figure, reason=reason, replaced_by=by, **before)
    record("litigation.correct", by=by, subject=figure, before=before, after=_said(figure), reason=reason)


@transaction.atomic
def define_rate(
    area: Area, *, by: User, rate: str, definition: str, from_day: date, basis: str
) -> RateDefinition:
    """Reckon a rate another way from this month on or later; earlier periods keep theirs."""
    if not by.may(Right.LITIGATION, area.code):
        raise PermissionDenied
    if definition not in DEFINITIONS[rate]:
        raise Refused("unknown_definition", _("没有这种口径，请从列表中选择。"))
    if from_day < month_start(today()):
        raise Refused("past_definition", _("口径只能从本月起改，以往的期间照原口径。请改起用日期。"))
    chosen = RateDefinition(area=area, rate=rate, definition=definition, from_day=from_day, basis=basis)
    chosen.full_clean()
    chosen.save()
    after = {"rate": rate, "definition": definition, "from_day": from_day.isoformat()}
    record("litigation.define", by=by, subject=chosen, after=after, reason=basis)
    return chosen


def _said(figure: LitigationFigure) -> dict:
    return {name: getattr(figure, name) for name in (*COUNTED, "source")}
