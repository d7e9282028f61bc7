import hashlib
from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from governance.areas.models import Area
from governance.audit.actions import record
from governance.files.enums import AttachmentKind
from governance.files.models import Attachment
from governance.files.pictures import clean_picture
from governance.people.models import User

BATCH = 500


def keep_picture(
    upload,
    *,
    area: Area,
    by: User | None,
    view_right: str,
    kind: str = AttachmentKind.PHOTO,
    client_uuid: UUID | None = None,
    expires_on: date | None = None,
) -> Attachment:
    """Keep an uploaded picture, written anew; the caller has checked that `by` may add it and points to the row.

    Once for a `client_uuid`, however often it is sent. `by` None is a resident without an account.
    Raises `Refused` for what is no picture, see `files.pictures`.
    """
    earlier = client_uuid and Attachment.objects.filter(client_uuid=client_uuid).first()
    if earlier:
        return earlier
    picture = clean_picture(upload)
    with transaction.atomic():
        kept = Attachment(
            area=area,
            kind=kind,
            client_uuid=client_uuid,
            size=len(picture.data),
            width=picture.width,
            height=picture.height,
            sha256=hashlib.sha256(picture.data).hexdigest(),
            view_right=view_right,
            kept_by=by,
            expires_on=expires_on,
        )
        kept.file.save("", ContentFile(picture.data), save=False)
        kept.save()
        record("files.keep_picture", by=by, subject=kept, after={"kind": kind, "bytes": kept.size})
    return kept


def keep_until(attachments: QuerySet[Attachment], day: date) -> None:
    """Set the day on which the nightly sweep removes these files. Called by verbs inside their transaction."""
    attachments.filter(removed_at__isnull=True).update(expires_on=day)


def remove_attachment(attachment: Attachment, *, by: User | None, reason: str = "") -> None:
    """Delete the file for good; the row stays and says that there was one. `by` None is the sweep."""
    with transaction.atomic():
        held = Attachment.objects.select_for_update().get(pk=attachment.pk)
        if held.removed_at is not None:
            return
        held.removed_at = timezone.now()
        held.save(update_fields=["removed_at"])
        record("files.remove", by=by, subject=held, reason=reason)
        transaction.on_commit(lambda: held.file.delete(save=False))


def remove_expired(day: date) -> int:
    """Remove what was to be kept until `day` or earlier; answers how many."""
    due = Attachment.objects.kept().filter(expires_on__lte=day).order_by("pk")[:BATCH]
    found = list(due)
    for attachment in found:
        remove_attachment(attachment, by=None, reason="expired")
    return len(found)
