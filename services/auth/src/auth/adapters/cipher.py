"""AES-256-GCM for what must not be read in the database, with keys that can be changed without downtime."""

import base64
import binascii
import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY_BYTES = 32
_NONCE_BYTES = 12


class Unreadable(Exception):
    """A sealed text cannot be opened: its key is gone or it was changed. The message says which, and nothing secret."""


class Cipher:
    """Seals with the first key, opens with any. A key is known by the first 8 hex digits of its sha256."""

    def __init__(self, keys: str) -> None:
        """`keys`: base64 of 32 bytes each, apart by commas. Raises ValueError."""
        raw = token_keys(keys)
        self._by_id = {hashlib.sha256(key).hexdigest()[:8]: AESGCM(key) for key in raw}
        self.key_id = next(iter(self._by_id))

    def seal(self, text: str, purpose: str) -> bytes:
        """Nonce and ciphertext. It opens only for the same `purpose`, so that columns and rows can't be swapped."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._by_id[self.key_id].encrypt(nonce, text.encode(), purpose.encode())

    def open(self, key_id: str, sealed: bytes, purpose: str) -> str:
        """The text. Raises Unreadable."""
        if key_id not in self._by_id:
            raise Unreadable(f"NACHKLANG_TOKEN_KEY lacks the key {key_id}")
        try:
            text = self._by_id[key_id].decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], purpose.encode())
        except InvalidTag as error:
            raise Unreadable("it was changed, or belongs to another row") from error
        return text.decode()


def token_keys(keys: str) -> list[bytes]:
    """The keys of NACHKLANG_TOKEN_KEY. Raises ValueError."""
    return [_key(text) for text in keys.split(",")]


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != _KEY_BYTES:
        raise ValueError("NACHKLANG_TOKEN_KEY must be 32 bytes in base64, several apart by commas")
    return key
