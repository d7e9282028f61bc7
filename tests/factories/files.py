"""Pictures: a real one in memory, and one kept beside a record."""

import io
import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from governance.areas.models import Area
from governance.files.models import Attachment


def picture_upload(width: int = 40, height: int = 30, *, name: str = "a.jpg", form: str = "JPEG", **options):
    """An upload of one plain colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, form, **options)
    return SimpleUploadedFile(name, out.getvalue())


def make_attachment(area: Area, *, view_right: str = "grids.roster", **fields) -> Attachment:
    kept = Attachment(area=area, view_right=view_right, sha256="0" * 64, number=uuid.uuid4(), **fields)
    upload = picture_upload()
    kept.file.save("", upload, save=False)
    kept.save()
    return kept
