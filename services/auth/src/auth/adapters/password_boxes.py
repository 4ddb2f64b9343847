"""Passwords on their way from the gateway: sealed boxes (X25519, XSalsa20-Poly1305) that only this service opens."""

import base64

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from auth.adapters.cipher import token_keys
from auth.domain import account_refusals as refusals

_PURPOSE = b"nachklang: the box for passwords, 1"


class PasswordBoxes:
    """Implements the port Sealing.

    A private key is derived by HKDF-SHA256 (RFC 5869) from each key of NACHKLANG_TOKEN_KEY: that of the first makes the
    public key, all open. So a password that was sealed just before a change of keys still arrives.
    """

    def __init__(self, keys: str) -> None:
        """`keys`: base64 of 32 bytes each, apart by commas. Raises ValueError."""
        private = [_private(key) for key in token_keys(keys)]
        self._boxes = [SealedBox(key) for key in private]
        self.public_key = base64.b64encode(bytes(private[0].public_key)).decode()

    def open(self, sealed: str) -> str:
        """What was sealed. Raises Refusal for what none of the keys opens."""
        try:
            box = base64.b64decode(sealed, validate=True)
        except ValueError as error:
            raise refusals.sealed_with_another_key() from error
        for opener in self._boxes:
            try:
                return opener.decrypt(box).decode()
            except (CryptoError, UnicodeDecodeError):
                continue
        raise refusals.sealed_with_another_key()


def _private(key: bytes) -> PrivateKey:
    return PrivateKey(HKDF(SHA256(), PrivateKey.SIZE, salt=None, info=_PURPOSE).derive(key))
