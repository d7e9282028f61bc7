"""Papers made of a case. Nothing is kept of them: the next one is made of the case as it is then."""

import io
import zipfile

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.papers import Paper, PaperStatus
from disputes.enums.rights import Right
from disputes.models import Dispute, PaperTemplate
from disputes.models.course import dossier_of
from disputes.papers.fields import KNOWN
from disputes.papers.sheets.shipping import shipped
from disputes.papers.values import values_of
from governance.audit.actions import demand_reveal
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.papers import Made
from governance.kernel.templating.filling import fill
from governance.kernel.templating.sandbox import BadTemplate
from governance.kernel.wording import office_language
from governance.people.models import User

MASKED_MARK = "脱敏件 · 不作签署使用"
SAMPLE_MARK = "样张 · 内容均为虚构"
CLEAR_MARK = "含个人信息 · 仅限本案使用 · {by} {day} 制作"


@transaction.atomic
def make_paper(dispute: Dispute, kind: str, *, by: User, is_clear: bool = False, reason: str = "") -> Made:
    """One paper of the dossier as a Word file: masked, or with full names and numbers, which is on record.

    For the full one it takes the right to reveal; the purpose, if none is given, is to make this paper.
    """
    kind = Paper(kind)
    _demand(dispute, by)
    if kind not in {entry.kind for entry in dossier_of(dispute)}:
        raise Refused(
            "paper_not_due",
            _("这件纠纷现在还用不到“{paper}”，请先办理到那一步。").format(paper=kind.label),
        )
    with office_language():
        if is_clear:
            purpose = reason or _("制作{paper}").format(paper=kind.label)
            demand_reveal(dispute, by=by, reason=purpose, after={"paper": kind.value})
        return _filled(dispute, kind, by=by, is_clear=is_clear)


@transaction.atomic
def make_dossier(dispute: Dispute, *, by: User, is_clear: bool = False, reason: str = "") -> Made:
    """Every paper that is there or needed, in one archive, numbered in the order they are bound."""
    _demand(dispute, by)
    with office_language():
        if is_clear:
            purpose = reason or _("制作卷宗全部文书")
            demand_reveal(dispute, by=by, reason=purpose, after={"paper": "dossier"})
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, kind in enumerate(_bound(dispute), start=1):
                made = _filled(dispute, kind, by=by, is_clear=is_clear)
                archive.writestr(f"{number:02d}_{made.name}", made.data)
    return Made(f"{dispute.case.number}.zip", packed.getvalue())


def _demand(dispute: Dispute, by: User) -> None:
    if not by.may(Right.PAPERS, dispute.area_code):
        raise PermissionDenied


def _bound(dispute: Dispute) -> list[Paper]:
    return [entry.kind for entry in dossier_of(dispute) if entry.status != PaperStatus.OPTIONAL]


def _filled(dispute: Dispute, kind: Paper, *, by: User, is_clear: bool) -> Made:
    values = values_of(dispute, by=by, day=today(), is_clear=is_clear)
    mark = CLEAR_MARK.format(by=by.name, day=today()) if is_clear else MASKED_MARK
    try:
        data = fill(template_of(kind, dispute.area_code), values, KNOWN, mark=mark)
    except BadTemplate as bad:
        words = _("“{paper}”的模板不能用：{wrong}请督办员在文书模板页修改或者停用这一版。")
        raise Refused("bad_template", words.format(paper=kind.label, wrong=bad.message)) from bad
    masked = "" if is_clear else "（脱敏件）"
    return Made(f"{dispute.case.number}_{kind.label}{masked}.docx", data)


def sample_paper(kind: str, *, area_code: str) -> Made:
    """The paper as it comes out in a place, filled for nobody."""
    kind = Paper(kind)
    with office_language():
        data = fill(template_of(kind, area_code), KNOWN.sample(2), KNOWN, mark=SAMPLE_MARK)
    return Made(f"{kind.label}_样张.docx", data)


def template_of(kind: str, area_code: str) -> bytes:
    """The template in force in a place: the officials' own, else the one that comes with the portal."""
    own = PaperTemplate.objects.in_force(kind, area_code)
    return bytes(own.data) if own else shipped(kind)
