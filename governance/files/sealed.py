"""Files with people's names and numbers in them lie sealed on the disk, and open in memory only."""

import io

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

from governance.kernel.sealing import open_bytes, seal_bytes


@deconstructible
class SealedStorage(FileSystemStorage):
    """A folder of sealed files. A file copied under another name does not open: its name is part of the seal."""

    def _save(self, name, content):
        content.seek(0)
        return super()._save(name, ContentFile(seal_bytes(content.read(), name)))

    def _open(self, name, mode="rb"):
        with super()._open(name, "rb") as sealed:
            return File(io.BytesIO(open_bytes(sealed.read(), name)), name)
