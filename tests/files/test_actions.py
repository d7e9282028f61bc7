"""Pictures come in harmless, once, and leave on their day."""

import io
import struct
import uuid
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from governance.files.actions import keep_picture, remove_expired
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.files import make_attachment, picture_upload


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def keep(upload, area, by, **more) -> Attachment:
    return keep_picture(upload, area=area, by=by, view_right="grids.roster", **more)


def with_position() -> SimpleUploadedFile:
    exif = Image.Exif()
    exif[0x010F] = "somebody's phone"
    exif.get_ifd(0x8825)[2] = (38.0, 28.0, 12.0)
    exif[0x0112] = 6  # turned by a quarter
    return picture_upload(400, 200, exif=exif)


def test_a_kept_picture_is_upright_and_carries_no_position(grid, worker):
    kept = keep(with_position(), grid, worker)

    with Image.open(kept.file.path) as image:
        assert (kept.width, kept.height) == image.size == (200, 400)
        assert (dict(image.getexif()), image.format) == ({}, "JPEG")
    with kept.file.open() as file:
        assert b"phone" not in file.read()


def test_a_large_picture_is_shrunk(grid, worker):
    kept = keep(picture_upload(4000, 3000), grid, worker)

    assert (kept.width, kept.height) == (1600, 1200)


def bomb() -> bytes:
    """A PNG that claims to be 30,000 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(9000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("empty_picture", b""),
        ("not_a_picture", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("not_a_picture", b"GIF89a" + bytes(50)),
        ("not_a_picture", b"\xff\xd8\xff\xe0" + bytes(200)),
        ("picture_heic", b"\x00\x00\x00\x18ftypheic" + bytes(50)),
        ("picture_too_many_pixels", bomb()),
        ("picture_too_large", bytes(12 * 1024 * 1024 + 1)),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(grid, worker, code, data):
    with pytest.raises(Refused) as refused:
        keep(SimpleUploadedFile("a.jpg", data), grid, worker)

    assert refused.value.code == code
    assert str(refused.value.message).endswith("。")
    assert Attachment.objects.count() == 0


def test_a_transparent_picture_gets_white_ground(grid, worker):
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")

    kept = keep(SimpleUploadedFile("a.png", out.getvalue()), grid, worker)

    assert Image.open(kept.file.path).getpixel((5, 5)) == (255, 255, 255)


def test_the_same_number_keeps_one_picture(grid, worker):
    number = uuid.uuid4()

    first = keep(picture_upload(), grid, worker, client_uuid=number)
    again = keep(picture_upload(), grid, worker, client_uuid=number)

    assert (again, Attachment.objects.count()) == (first, 1)


def test_expired_files_are_deleted_once_and_their_rows_stay(grid, django_capture_on_commit_callbacks):
    due = make_attachment(grid, expires_on=today())
    later = make_attachment(grid, expires_on=today() + timedelta(days=1))
    path = due.file.path

    with django_capture_on_commit_callbacks(execute=True):
        assert (remove_expired(today()), remove_expired(today())) == (1, 0)

    due.refresh_from_db()
    assert due.removed_at is not None
    assert not Path(path).exists()
    assert later.file.storage.exists(later.file.name)
