"""What a person decides of two disputes that look alike. Nothing is ever linked by itself."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.alike import facts_of
from disputes.enums.alike import LinkKind
from disputes.enums.rights import Right
from disputes.models import Dispute, DisputeLink
from disputes.rules.likeness import likeness
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language, plain
from governance.people.models import User


def link_disputes(dispute: Dispute, other: Dispute, *, by: User, kind: str, note: str = "") -> DisputeLink:
    """关联: the two are one matter (相似), or the same between the same people again (再次发生)."""
    if kind not in (LinkKind.ALIKE, LinkKind.AGAIN):
        raise Refused("unknown_kind", _("请选择两件纠纷是相似，还是再次发生。"))
    return _decide(dispute, other, by=by, kind=kind, note=note)


def dismiss_alike(dispute: Dispute, other: Dispute, *, by: User, note: str = "") -> DisputeLink:
    """不是同类: the pair is not suggested again; an earlier link between the two ends."""
    return _decide(dispute, other, by=by, kind=LinkKind.UNRELATED, note=note)


@transaction.atomic
def _decide(dispute: Dispute, other: Dispute, *, by: User, kind: str, note: str) -> DisputeLink:
    if not by.may(Right.REGISTER, dispute.case.area_code):
        raise PermissionDenied
    if dispute.pk == other.pk:
        raise Refused("itself", _("一件纠纷不能和自己关联，请选择另一件。"))
    first, second = sorted((dispute, other), key=lambda one: one.pk)
    link, created = DisputeLink.objects.select_for_update().get_or_create(
        first=first, second=second, defaults={"kind": kind, "linked_by": by, **_why(dispute, other, note)}
    )
    if not created and link.kind == kind:
        raise Refused(
            "decided", _("这两件已经判断为“{kind}”，不用再办。").format(kind=link.get_kind_display())
        )
    if not created:
        link.kind, link.linked_by, link.note = kind, by, plain(note)[:200]
        link.save(update_fields=["kind", "linked_by", "note"])
    _tell(dispute, other, link, by=by)
    return link


def _why(dispute: Dispute, other: Dispute, note: str) -> dict:
    facts = {one.pk: one for one in facts_of(Dispute.objects.filter(pk__in=[dispute.pk, other.pk]))}
    with office_language():
        how = likeness(facts[dispute.pk], facts[other.pk])
        return {"reasons": how.words() if how else [], "note": plain(note)[:200]}


def _tell(dispute: Dispute, other: Dispute, link: DisputeLink, *, by: User) -> None:
    """On both timelines, without a word of the other: not everybody who sees the one may see the other."""
    with office_language():
        words = _("判断与另一件纠纷的关系：{kind}。").format(kind=link.get_kind_display())
    for one in (dispute, other):
        one.case.note("alike", by=by, note=words)
        record("dispute.judge_alike", by=by, subject=one.case, after={"link": link.pk, "kind": link.kind})
