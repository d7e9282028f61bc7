"""Templates that officials make for their area: dated versions, tried out before they are used."""

import hashlib

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.files.models.templates import OfficeTemplate
from governance.kernel.errors import Refused
from governance.kernel.papers import Made
from governance.kernel.scope import demand
from governance.kernel.templating.fields import Known
from governance.kernel.templating.filling import try_out
from governance.kernel.templating.limits import LARGEST_TEMPLATE
from governance.kernel.templating.sandbox import BadTemplate
from governance.people.models import User


def keep_template(template: OfficeTemplate, *, by: User, area: Area, upload, known: Known) -> OfficeTemplate:
    """Keep a file as a new version of a template for an area, in force at once.

    `template` comes with its kind and note. The file is opened, read and filled for nobody first; whatever is wrong
    is `Refused`, naming the paragraph.
    """
    demand(by, template.EDIT_RIGHT, area.code)
    data = upload.read(LARGEST_TEMPLATE + 1)
    try:
        try_out(data, known)
    except BadTemplate as bad:
        raise Refused("bad_template", bad.message) from bad
    with transaction.atomic():
        Area.objects.select_for_update().get(pk=area.pk)
        versions = type(template).objects.filter(area=area, kind=template.kind)
        earlier = versions.defer("data").order_by("-version").first()
        template.place_in(area)
        template.version = earlier.version + 1 if earlier else 1
        template.data, template.size = data, len(data)
        template.sha256 = hashlib.sha256(data).hexdigest()
        template.file_name, template.uploaded_by = str(upload.name)[-120:], by
        template.full_clean()
        template.save()
        after = {"paper": template.kind, "version": template.version, "sha256": template.sha256}
        action = f"{template.AUDIT}.upload_template"
        record(action, by=by, subject=template, after=after, reason=template.note)
    return template


@transaction.atomic
def withdraw_template(template: OfficeTemplate, *, by: User) -> None:
    """Stop using a version: the one before it is in force again, or ours when there is none."""
    demand(by, template.EDIT_RIGHT, template.area_code)
    held = type(template).objects.select_for_update().get(pk=template.pk)
    if held.withdrawn_at is not None:
        raise Refused("withdrawn", _("这一版已经停用，请刷新页面查看现在用的是哪一版。"))
    held.withdrawn_at, held.withdrawn_by = timezone.now(), by
    held.save(update_fields=["withdrawn_at", "withdrawn_by"])
    after = {"paper": held.kind, "version": held.version}
    record(f"{held.AUDIT}.withdraw_template", by=by, subject=held, after=after)


def version_file(template: OfficeTemplate) -> Made:
    """A version as it was sent."""
    return Made(f"{template.get_kind_display()}_{template.version}.docx", bytes(template.data))
