import hashlib
from collections.abc import Iterable
from uuid import UUID, uuid5

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.files.actions import keep_picture
from governance.files.models import Attachment
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.rights import Right
from grids.enums.visits import MOST_PHOTOS
from grids.models import Visit
from grids.rules.posts import may_send


def add_photo(visit: Visit, upload, *, by: User, client_uuid: UUID) -> Attachment:
    """Keep a picture beside a visit, for whoever may see the roster. Nobody has to; once for a `client_uuid`."""
    if not may_add_photo(visit, by):
        raise PermissionDenied
    with transaction.atomic():
        held = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
        known = held.photos.filter(client_uuid=client_uuid).first()
        if known is not None:
            return known
        _check_room(held, client_uuid)
        photo = keep_picture(upload, area=visit.area, by=by, view_right=Right.ROSTER, client_uuid=client_uuid)
        held.photos.add(photo)
    return photo


def add_photos(visit: Visit, uploads: Iterable, *, by: User) -> list[str]:
    """Keep the pictures that came with a form; answers a sentence for each that could not be kept.

    The visit stands whatever becomes of its pictures. The same picture of the same visit is kept once.
    """
    refusals = []
    for place, upload in enumerate(uploads, start=1):
        digest = hashlib.sha256(upload.read()).hexdigest()
        upload.seek(0)
        try:
            add_photo(visit, upload, by=by, client_uuid=uuid5(visit.client_uuid, digest))
        except Refused as refusal:
            refusals.append(_("第 {} 张照片没有保存：{}").format(place, refusal.message))
    return refusals


def may_add_photo(visit: Visit, user: User) -> bool:
    """Whoever calls on people there; who has left, as long as visits may still arrive."""
    return may_send(user, visit.area_code)


def _check_room(visit: Visit, client_uuid: UUID) -> None:
    if visit.photos.count() >= MOST_PHOTOS:
        raise Refused("photos_full", _("一次走访最多保存 {} 张照片，这张没有保存。").format(MOST_PHOTOS))
    if Attachment.objects.filter(client_uuid=client_uuid).exists():
        raise Refused("photo_number_taken", _("这个照片编号已用于别处，请重新选择照片后提交。"))
