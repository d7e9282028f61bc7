"""Pictures of strangers made harmless: decoded, shrunk, and written anew without anything but the picture."""

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from governance.files.enums import LARGEST_PICTURE, LONGEST_SIDE, MOST_PIXELS, QUALITY
from governance.kernel.errors import Refused

FORMATS = ("JPEG", "PNG", "WEBP")
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")


@dataclass(frozen=True)
class Picture:
    """A JPEG without position, camera or comment; sides in pixels."""

    data: bytes
    width: int
    height: int


def clean_picture(upload) -> Picture:
    """The picture in an uploaded file (`.read()`, `.size`), upright, its longer side at most `LONGEST_SIDE`.

    `Refused` with what to do instead for an empty file, one too large, or no picture we can read.
    """
    if not upload.size:
        raise Refused("empty_picture", _("这张照片是空文件，请重新拍一张。"))
    if upload.size > LARGEST_PICTURE:
        raise Refused(
            "picture_too_large",
            _("这张照片超过 {} MB，请换一张小一些的。").format(LARGEST_PICTURE // 1024 // 1024),
        )
    data = upload.read()
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise Refused(
            "picture_heic", _("这张照片是 HEIC 格式，请在手机相机设置里改为“兼容性最佳”（JPEG）后重拍。")
        )
    return _written_anew(_decoded(data))


def _decoded(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image.load()
    except Image.DecompressionBombError as error:
        raise Refused("picture_too_many_pixels", _("这张照片的像素太大，请降低分辨率后重拍。")) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("not_a_picture", _("打不开这张照片，请用 JPEG 或 PNG 格式重新上传。")) from error
    return image


def _written_anew(image: Image.Image) -> Picture:
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    ground = Image.new("RGB", upright.size, "white")
    with_alpha = upright.convert("RGBA")
    ground.paste(with_alpha, mask=with_alpha)
    out = io.BytesIO()
    ground.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Picture(out.getvalue(), *ground.size)
