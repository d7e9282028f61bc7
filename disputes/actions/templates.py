"""Templates that officials make for their area: dated versions, tried out before they are used."""

import hashlib

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.enums.papers import LARGEST_TEMPLATE, Paper
from disputes.enums.rights import Right
from disputes.models import PaperTemplate
from disputes.papers.filling import try_out
from disputes.papers.sandbox import BadTemplate
from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.people.models import User


def upload_template(kind: str, *, by: User, area: Area, upload, note: str = "") -> PaperTemplate:
    """A new version of a paper's template for an area, in force at once.

    It is opened, read and filled for nobody first; whatever is wrong is `Refused`, naming the paragraph.
    """
    if not by.may(Right.TEMPLATES, area.code):
        raise PermissionDenied
    data = upload.read(LARGEST_TEMPLATE + 1)
    try:
        try_out(data)
    except BadTemplate as bad:
        raise Refused("bad_template", bad.message) from bad
    with transaction.atomic():
        Area.objects.select_for_update().get(pk=area.pk)
        earlier = PaperTemplate.objects.filter(area=area, kind=kind).order_by("-version").first()
        kept = PaperTemplate(
            area=area,
            kind=Paper(kind),
            version=earlier.version + 1 if earlier else 1,
            data=data,
            file_name=str(upload.name)[-120:],
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            note=note,
            uploaded_by=by,
        )
        kept.place_in(area)
        kept.full_clean()
        kept.save()
        after = {"paper": kept.kind, "version": kept.version, "sha256": kept.sha256}
        record("papers.upload_template", by=by, subject=kept, after=after, reason=note)
    return kept


@transaction.atomic
def withdraw_template(template: PaperTemplate, *, by: User) -> None:
    """Stop using a version: the one before it is in force again, or ours when there is none."""
    if not by.may(Right.TEMPLATES, template.area_code):
        raise PermissionDenied
    held = PaperTemplate.objects.select_for_update().get(pk=template.pk)
    if held.withdrawn_at is not None:
        raise Refused("withdrawn", _("这一版已经停用，请刷新页面查看现在用的是哪一版。"))
    held.withdrawn_at, held.withdrawn_by = timezone.now(), by
    held.save(update_fields=["withdrawn_at", "withdrawn_by"])
    record(
        "papers.withdraw_template", by=by, subject=held, after={"paper": held.kind, "version": held.version}
    )
