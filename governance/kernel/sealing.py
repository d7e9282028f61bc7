"""Personal values at rest: authenticated encryption, a blind index for exact search, a masked text for screens.

A sealed value is `<cipher>.<key id>.<base64 nonce+ciphertext>`. The associated data is the row's
own seal id and the column, so a ciphertext copied to another row or column does not open. The
cipher is AES-256-GCM or SM4-GCM (GB/T 39786) by setting; old values of either open while their
key is in the ring. The blind index is a keyed hash under its own key: the space of ID numbers is
small enough to enumerate, so a bare hash would protect nothing.
"""

import base64
import hmac
import os
import uuid
from collections.abc import Callable
from functools import lru_cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models

NONCE, TAG = 12, 16
AES, SM4 = "aes", "sm4"


@lru_cache(maxsize=32)
def _key(key_id: str, purpose: str, length: int) -> bytes:
    master = settings.FIELD_KEYS[key_id].encode()
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=None, info=purpose.encode()).derive(master)


def _encrypt(cipher: str, key_id: str, nonce: bytes, text: bytes, context: bytes) -> bytes:
    if cipher == AES:
        return AESGCM(_key(key_id, "seal-aes", 32)).encrypt(nonce, text, context)
    writer = Cipher(algorithms.SM4(_key(key_id, "seal-sm4", 16)), modes.GCM(nonce)).encryptor()
    writer.authenticate_additional_data(context)
    return writer.update(text) + writer.finalize() + writer.tag


def _decrypt(cipher: str, key_id: str, nonce: bytes, sealed: bytes, context: bytes) -> bytes:
    if cipher == AES:
        return AESGCM(_key(key_id, "seal-aes", 32)).decrypt(nonce, sealed, context)
    mode = modes.GCM(nonce, sealed[-TAG:])
    reader = Cipher(algorithms.SM4(_key(key_id, "seal-sm4", 16)), mode).decryptor()
    reader.authenticate_additional_data(context)
    return reader.update(sealed[:-TAG]) + reader.finalize()


def seal(value: str, context: str) -> str:
    """Encrypt `value` for `context` with the present key and cipher; the empty value stays empty."""
    if not value:
        return ""
    cipher, key_id, nonce = settings.FIELD_CIPHER, settings.FIELD_KEY_ID, os.urandom(NONCE)
    body = nonce + _encrypt(cipher, key_id, nonce, value.encode(), context.encode())
    return f"{cipher}.{key_id}.{base64.b64encode(body).decode()}"


def open_seal(sealed: str, context: str) -> str:
    """Decrypt what `seal` made for the same `context`; raises `cryptography.exceptions.InvalidTag` for another."""
    if not sealed:
        return ""
    cipher, key_id, body = sealed.split(".", 2)
    raw = base64.b64decode(body)
    return _decrypt(cipher, key_id, raw[:NONCE], raw[NONCE:], context.encode()).decode()


def seal_bytes(data: bytes, context: str) -> bytes:
    """A whole file sealed for `context`, as `seal` does a value."""
    cipher, key_id, nonce = settings.FIELD_CIPHER, settings.FIELD_KEY_ID, os.urandom(NONCE)
    return f"{cipher}.{key_id}.".encode() + nonce + _encrypt(cipher, key_id, nonce, data, context.encode())


def open_bytes(sealed: bytes, context: str) -> bytes:
    cipher, key_id, body = sealed.split(b".", 2)
    return _decrypt(cipher.decode(), key_id.decode(), body[:NONCE], body[NONCE:], context.encode())


def blind_index(kind: str, value: str) -> str:
    """The keyed hash to find a value of a kind (`phone`, `id_no`) by; the empty value has none."""
    if not value:
        return ""
    digest = "sm3" if settings.FIELD_CIPHER == SM4 else "sha256"
    key = _key(settings.FIELD_INDEX_KEY_ID, "index", 32)
    return hmac.new(key, f"{kind}:{value.strip().upper()}".encode(), digest).hexdigest()


class SealedField(models.TextField):
    """A column that holds a sealed value and nothing readable."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"blank": True, "default": "", "editable": False, **kwargs})


class BlindIndexField(models.CharField):
    """A column for exact search of a sealed value."""

    def __init__(self, *args, **kwargs):
        super().__init__(
            *args,
            **{"max_length": 64, "blank": True, "default": "", "editable": False, "db_index": True, **kwargs},
        )


class Sealed(models.Model):
    """A row with sealed values.

    `SEALED` maps a value's name to its masking; for `phone` the model declares `phone_sealed`
    (SealedField), `phone_masked` (CharField) and, when it is searched, `phone_index` (BlindIndexField).
    """

    SEALED: dict[str, Callable[[str], str]] = {}

    seal_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)

    class Meta:
        abstract = True

    def seal_value(self, name: str, value: str) -> None:
        """Set the sealed, masked and index columns of a value together."""
        setattr(self, f"{name}_sealed", seal(value, self.seal_context(name)))
        setattr(self, f"{name}_masked", self.SEALED[name](value) if value else "")
        if hasattr(self, f"{name}_index"):
            setattr(self, f"{name}_index", blind_index(name, value))

    def open_value(self, name: str) -> str:
        """The value in the clear. Callers record a reason first: see `audit.actions.reveal`."""
        return open_seal(getattr(self, f"{name}_sealed"), self.seal_context(name))

    def seal_context(self, name: str) -> str:
        return f"{self._meta.db_table}.{name}:{self.seal_id}"
