"""Briefs of a cycle: drawn up from its value, edited, and issued once for good as a numbered file."""

import hashlib

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.dispatch.actions.numbers import next_number, take_turns
from governance.dispatch.enums import BriefKind, Right
from governance.dispatch.models import Brief, BriefTemplate, Cycle
from governance.dispatch.models.briefs import REMARK, WORDS
from governance.dispatch.papers.briefs import OUTLINES, draw, outlines_of, template_for
from governance.dispatch.papers.outline import CLOSING, INTRODUCTION
from governance.files.actions.templates import keep_template
from governance.kernel.days import local_date
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_step, move
from governance.kernel.papers import Made
from governance.kernel.scope import demand
from governance.kernel.templating.filling import fill
from governance.kernel.templating.sandbox import BadTemplate
from governance.kernel.wording import office_language, plain

SAMPLE_MARK = "样张 · 内容均为虚构"


def prepare_brief(cycle: Cycle, kind: str, *, by) -> Brief:
    """Draw up a kind of brief of a cycle, once, with the figures as they are now."""
    demand(by, Right.MANAGE, cycle.area_code)
    kind = BriefKind(kind)
    with transaction.atomic(), office_language():
        held = _locked(cycle)
        if OUTLINES.get(kind) not in outlines_of(held):
            words = _("{cycle}没有“{kind}”这种简报。")
            raise Refused("no_such_brief", words.format(cycle=held.get_kind_display(), kind=kind.label))
        if held.briefs.filter(kind=kind).exists():
            words = _("这一期的“{kind}”已经生成，请刷新页面打开修改。")
            raise Refused("prepared", words.format(kind=kind.label))
        brief = Brief(cycle=held, area=held.area, kind=kind, content=_content(held, kind))
        brief.place_in(held.area)
        brief.save()
        record("dispatch.brief.prepare", by=by, subject=brief, after={"kind": kind.value})
    return brief


def renew_brief(brief: Brief, *, by) -> None:
    """Take the figures anew; what an official wrote stays."""
    demand_step(brief, Brief.STEPS["renew"], by)
    with transaction.atomic(), office_language():
        cycle = _locked(brief.cycle)
        _refuse_if_issued(brief)
        changes = {"content": _content(cycle, brief.kind), "drawn_at": timezone.now()}
        move(brief, "renew", by=by, changes=changes)


def edit_brief(
    brief: Brief, *, by, introduction: str = "", closing: str = "", remarks: dict[str, str] | None = None
) -> None:
    """What an official writes into a brief: before its parts, after them, and beside each; figures are not edited."""
    demand_step(brief, Brief.STEPS["edit"], by)
    said = {name: plain(text) for name, text in (remarks or {}).items() if plain(text)}
    introduction, closing = plain(introduction), plain(closing)
    _refuse_unfit(brief, said, {INTRODUCTION: introduction, CLOSING: closing})
    with transaction.atomic():
        _refuse_if_issued(brief)
        changes = {"introduction": introduction, "closing": closing, "remarks": said}
        move(brief, "edit", by=by, changes=changes)


def _refuse_unfit(brief: Brief, remarks: dict[str, str], around: dict[str, str]) -> None:
    parts = {part.name for part in OUTLINES[BriefKind(brief.kind)].parts}
    if strange := remarks.keys() - parts:
        raise Refused("no_such_part", _("简报没有“{}”这个部分，请刷新页面。").format(min(strange)))
    for texts, most in ((around, WORDS), (remarks, REMARK)):
        for name, text in texts.items():
            if len(text) > most:
                words = _("“{part}”超过 {most} 字，请精简。")
                raise Refused("too_long", words.format(part=name, most=most))


def issue_brief(brief: Brief, *, by) -> None:
    """Freeze a brief as a file under the next number of its office, kind and year. Whoever comes second is told."""
    demand_step(brief, Brief.STEPS["issue"], by)
    with transaction.atomic(), office_language():
        take_turns(brief.area_id)
        held = Brief.objects.select_related("cycle", "area").select_for_update(of=("self",)).get(pk=brief.pk)
        _refuse_if_issued(held)
        held.issued_at, held.issued_by = timezone.now(), by
        held.issue_year, held.issue_no = _next_number(held)
        held.template, template = template_for(held.kind, held.area_code)
        held.file = _drawn(held, template)
        changes = {
            "issued_at": held.issued_at, "issued_by": by, "issue_year": held.issue_year, "issue_no": held.issue_no,
            "template": held.template, "file": held.file, "sha256": hashlib.sha256(held.file).hexdigest(),
        }  # fmt: skip
        move(held, "issue", by=by, changes=changes)


def brief_file(brief: Brief) -> Made:
    """The issued file, byte for byte; before that, as it would be now, marked as a draft."""
    name = f"{brief.area.name}{brief.get_kind_display()}_{brief.cycle.period}.docx"
    with office_language():
        if brief.is_issued:
            return Made(name, bytes(brief.file))
        _own, template = template_for(brief.kind, brief.area_code)
        return Made(f"草稿_{name}", _drawn(brief, template))


def upload_brief_template(kind: str, *, by, area: Area, upload, note: str = "") -> BriefTemplate:
    """A new version of a kind's template for an area and what lies below, in force at once."""
    version, known = BriefTemplate(kind=BriefKind(kind), note=note), OUTLINES[BriefKind(kind)].known
    return keep_template(version, by=by, area=area, upload=upload, known=known)


def sample_brief(kind: str, *, area_code: str) -> Made:
    """The brief as it comes out in a place, filled for nobody."""
    known = OUTLINES[BriefKind(kind)].known
    with office_language():
        _own, template = template_for(kind, area_code)
        data = fill(template, known.sample(2), known, mark=SAMPLE_MARK)
        return Made(f"{BriefKind(kind).label}_样张.docx", data)


def _content(cycle: Cycle, kind: str) -> dict:
    outline = OUTLINES[BriefKind(kind)]
    if outline.from_minutes and not cycle.is_issued:
        words = _("“{kind}”按印发的纪要生成，请先印发这一期的会议纪要。")
        raise Refused("not_issued", words.format(kind=BriefKind(kind).label))
    return outline.build(cycle)


def _next_number(brief: Brief) -> tuple[int, int]:
    """The number of the minutes as a brief is the one the meeting issued them under; others count by themselves."""
    if brief.kind == BriefKind.MINUTES:
        return brief.cycle.issue_year, brief.cycle.issue_no
    year = local_date(brief.issued_at).year
    issued = Brief.objects.filter(area_id=brief.area_id, kind=brief.kind, issue_year=year)
    return year, next_number(issued)


def _drawn(brief: Brief, template: bytes) -> bytes:
    try:
        return draw(brief, template)
    except BadTemplate as bad:
        words = _("“{kind}”的模板不能用：{wrong}请在简报模板页修改或者停用这一版。")
        raise Refused("bad_template", words.format(kind=brief.get_kind_display(), wrong=bad.message)) from bad


def _locked(cycle: Cycle) -> Cycle:
    rows = Cycle.objects.select_related("area__level", "chair__area", "chair__role")
    return rows.select_for_update(of=("self",)).get(pk=cycle.pk)


def _refuse_if_issued(brief: Brief) -> None:
    """By the row as it is now: the one in hand may be older."""
    if Brief.objects.filter(pk=brief.pk, state=Brief.STEPS["issue"].target).exists():
        raise Refused("issued", _("这份简报已经印发，不能再改；请刷新页面查看。"))
