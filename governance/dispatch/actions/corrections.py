"""Figures of issued reports that read otherwise today, and the corrections that say so."""

import hashlib
import logging
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.dispatch.actions.numbers import next_number, take_turns
from governance.dispatch.enums import CORRECTED_DAYS, BriefState, Right
from governance.dispatch.models import Brief, Correction, FigureChange, Notice
from governance.dispatch.models.corrections import number_words
from governance.dispatch.papers.correction import SIDES, correction_file, draw_correction
from governance.dispatch.papers.figures import read_again, said_lines
from governance.kernel.days import today
from governance.kernel.errors import Refused, refuse_if_invalid
from governance.kernel.scope import demand
from governance.kernel.wording import office_language, plain

log = logging.getLogger(__name__)


def find_figure_changes(day: date) -> None:
    """Read the figures of lately issued reports again; what differs waits to be corrected, and its office is told.

    Safe to run again and twice at once. A report that cannot be read is logged and tried again the next night.
    """
    lately = Brief.objects.filter(
        state=BriefState.ISSUED,
        content__has_key="lines",
        issued_at__date__gte=day - timedelta(CORRECTED_DAYS),
    )
    for pk in lately.order_by("pk").values_list("pk", flat=True):
        try:
            with transaction.atomic(), office_language():
                brief = _locked(pk)
                if _compare(brief, day):
                    _tell(brief)
        except Exception:
            log.exception("figures of brief %s could not be read again", pk)


def issue_correction(brief: Brief, *, by, arrived: str) -> Correction:
    """Say as a numbered paper which figures of an issued report are others now; whoever comes second finds none."""
    demand(by, Right.MANAGE, brief.area_code)
    with transaction.atomic(), office_language():
        take_turns(brief.area_id)
        held = _locked(brief.pk)
        changes = _to_correct(held)
        year = Correction.objects.filter(area_id=held.area_id, issue_year=today().year)
        number = next_number(year)
        content = draw_correction(
            held, changes, arrived=plain(arrived), number=number_words(today().year, number)
        )
        correction = Correction(
            brief=held, area=held.area, arrived=plain(arrived), content=content, issue_year=today().year,
            issue_no=number, issued_on=today(), issued_by=by, file=correction_file(content),
        )  # fmt: skip
        correction.sha256 = hashlib.sha256(correction.file).hexdigest()
        correction.place_in(held.area)
        refuse_if_invalid(correction, exclude=["area_code"])
        correction.save()
        held.figure_changes.filter(correction=None).update(correction=correction)
        after = {
            "number": correction.number,
            "figures": [change.indicator for change in changes],
            "sha256": correction.sha256,
        }
        record("dispatch.brief.correct", by=by, subject=held, after=after)
    return correction


def _to_correct(brief: Brief) -> list[FigureChange]:
    if not brief.is_issued:
        raise Refused("not_issued", _("这份简报还没有印发，请重新取数，不用更正。"))
    if "lines" not in brief.content:
        raise Refused("no_figures", _("只有工作报告的数字可以更正；纪要有错，请在会议页写更正说明。"))
    changes = _compare(brief, today())
    if not changes:
        raise Refused("nothing_to_correct", _("现在的数字和印发的一样，没有要更正的。"))
    return changes


def _compare(brief: Brief, day: date) -> list[FigureChange]:
    """What waits after reading the figures again. An area that has become another one is not comparable."""
    if brief.area.code != brief.content["area_code"]:
        return list(brief.figure_changes.filter(correction=None))
    said, now = said_lines(brief), read_again(brief)
    other = [key for key in said if key in now and _sides(said[key]) != _sides(now[key])]
    waiting = brief.figure_changes.filter(correction=None)
    waiting.exclude(indicator__in=other).delete()
    for key in other:
        waiting.update_or_create(
            indicator=key,
            defaults={"said": said[key], "now": now[key]},
            create_defaults={
                "brief": brief,
                "indicator": key,
                "said": said[key],
                "now": now[key],
                "found_on": day,
            },
        )
    return list(waiting.all())


def _sides(line: dict) -> list:
    return [line[side] for side in SIDES]


def _tell(brief: Brief) -> None:
    """Once for each time the report waits to be corrected."""
    body = _("{brief}印发以后有资料补到，有数字和现在的不一样，请核对后印发更正说明。").format(brief=brief)
    Notice.objects.get_or_create(
        kind="brief.correction",
        area=brief.area,
        post=None,
        period=f"brief:{brief.pk}:{brief.corrections.count()}",
        defaults={"area_code": brief.area_code, "cycle": brief.cycle, "body": body[:300]},
    )


def _locked(pk: int) -> Brief:
    rows = Brief.objects.defer("file").select_related("cycle__area", "area__level")
    return rows.select_for_update(of=("self",)).get(pk=pk)
