from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

LARGEST_PICTURE = 12 * 1024 * 1024  # bytes as sent; a phone shrinks before it sends
MOST_PIXELS = 20_000_000  # what is unpacked in memory, whatever the file weighs
LONGEST_SIDE = 1600  # pixels kept: a meter plate stays readable
QUALITY = 82
MOST_PICTURES = 6  # at one press


class AttachmentKind(models.TextChoices):
    PHOTO = "photo", _("照片")
    SIGNATURE = "signature", _("签名")
    MATERIAL = "material", _("材料照片")


class Right(models.TextChoices):
    IMPORT = "files.import", _("导入表格、撤销导入")


class ImportMode(models.TextChoices):
    ALL_OR_NONE = "all_or_none", _("有错误的行就整批不导入")
    GOOD_ROWS = "good_rows", _("只导入没有错误的行")


class FileFormat(models.TextChoices):
    XLSX = "xlsx", _("Excel 表格")
    CSV = "csv", _("CSV 文本")


class RowAction(models.TextChoices):
    NEW = "new", _("新增")
    CHANGED = "changed", _("更新")


CHUNK = 1000  # rows read, checked and written in one transaction
SLICE = 20  # seconds a sweep works on one job before others get their turn
LEASE = timedelta(seconds=60)  # a job whose worker has not been heard of for so long is taken over
LINK_LIVES = timedelta(hours=24)  # how long an exported file can be fetched
FILES_KEPT = timedelta(days=30)  # how long an imported file and its result are kept, and undo is possible
MOST_WAITING = 5  # jobs of one person that are not done yet
MOST_A_DAY = 50  # files one person takes out in a day
