from django.db import models
from django.utils.translation import gettext_lazy as _

LARGEST_PICTURE = 12 * 1024 * 1024  # bytes as sent; a phone shrinks before it sends
MOST_PIXELS = 20_000_000  # what is unpacked in memory, whatever the file weighs
LONGEST_SIDE = 1600  # pixels kept: a meter plate stays readable
QUALITY = 82


class AttachmentKind(models.TextChoices):
    PHOTO = "photo", _("照片")
    SIGNATURE = "signature", _("签名")
    MATERIAL = "material", _("材料照片")
