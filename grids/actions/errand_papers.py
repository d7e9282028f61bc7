"""The papers of an errand: the checklist, their photos, and when these go."""

from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.casework.models import Case
from governance.files.actions import keep_picture, keep_until
from governance.files.enums import AttachmentKind
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.errands import LONGEST_PHOTO_DAYS, MOST_PAPER_PHOTOS
from grids.enums.rights import ErrandRight
from grids.models import Errand, ErrandMaterial
from grids.states.errands import COLLECTING, ErrandState


def check_papers(errand: Errand, *, by: User, marks: dict[int, set[str]]) -> None:
    """Bring the checklist to what `marks` says: of each line, by its id, any of received, copied, returned.

    A line that is not named stays as it is. Papers come in only while they are collected; going back to the
    resident they may at any time before the errand is closed.
    """
    _check_right(by, errand)
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=errand.pk)
        state = case.state
        if state in (ErrandState.REQUESTED, ErrandState.CLOSED):
            raise Refused(
                "not_collecting",
                _("居民授权以后、结案以前才能改材料清单。现在是“{}”。").format(case.get_state_display()),
            )
        for paper in errand.materials.filter(pk__in=marks):
            _mark(paper, marks[paper.pk], is_collecting=state in COLLECTING)
        record("grids.check_papers", by=by, subject=errand, after={"papers": len(marks)})


def _mark(paper: ErrandMaterial, mark: set[str], *, is_collecting: bool) -> None:
    if is_collecting:
        paper.received_on = (paper.received_on or today()) if "received" in mark else None
        paper.is_copied = "copied" in mark
    paper.returned_on = (paper.returned_on or today()) if "returned" in mark else None
    paper.full_clean()
    paper.save()


def add_photo(
    errand: Errand, *, by: User, paper: ErrandMaterial, upload, client_uuid: UUID | None = None
) -> Attachment:
    """Keep a photo of a paper, once for a `client_uuid`. It counts as the paper being here; it goes after delivery."""
    _check_right(by, errand)
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=errand.pk)
        known = client_uuid and paper.photos.filter(client_uuid=client_uuid).first()
        if known:
            return known
        _check_room(case, client_uuid)
        photo = keep_picture(
            upload,
            area=errand.area,
            by=by,
            view_right=ErrandRight.HANDLE,
            kind=AttachmentKind.MATERIAL,
            client_uuid=client_uuid,
            expires_on=today() + timedelta(days=LONGEST_PHOTO_DAYS),
        )
        paper.photos.add(photo)
        paper.received_on = paper.received_on or today()
        paper.save(update_fields=["received_on"])
    return photo


def _check_room(case: Case, client_uuid: UUID | None) -> None:
    if case.state not in COLLECTING:
        raise Refused(
            "not_collecting",
            _("备材料或补正的时候才能添加材料照片，请先登记授权，或看看这件事是否已经递交。"),
        )
    if client_uuid and Attachment.objects.filter(client_uuid=client_uuid).exists():
        raise Refused("photo_number_taken", _("这个照片编号已用于别处，请重新选择照片后提交。"))
    if ErrandMaterial.objects.filter(errand=case.pk, photos__isnull=False).count() >= MOST_PAPER_PHOTOS:
        raise Refused(
            "photos_full", _("一件代办最多保存 {} 张照片，这张没有保存。").format(MOST_PAPER_PHOTOS)
        )


def return_papers(errand: Errand) -> None:
    """Everything that is the resident's own is back in their hands. Called by verbs inside their transaction."""
    errand.materials.filter(comes_back=True, received_on__isnull=False, returned_on__isnull=True).update(
        returned_on=today()
    )


def keep_photos_until(errand: Errand, day: date) -> None:
    """The night's sweep removes the photos on this day. Called by verbs inside their transaction."""
    photos = Attachment.objects.filter(pk__in=errand.materials.values("photos"))
    keep_until(photos, day)


def _check_right(by: User, errand: Errand) -> None:
    if not by.may(ErrandRight.HANDLE, errand.area_code):
        raise PermissionDenied
