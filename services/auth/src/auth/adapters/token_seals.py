"""How the two tokens of a connection are sealed: each for its column and its person."""

from auth.adapters.cipher import Cipher
from auth.domain.connections import Connection

Sealed = tuple[str, bytes, bytes]
"""The key's id, access token, refresh token: the three columns."""


class TokenSeals:
    """Seals with the first key, opens with any."""

    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher

    @property
    def key_id(self) -> str:
        """The key that seals."""
        return self._cipher.key_id

    def sealed(self, person_id: str, connection: Connection) -> Sealed:
        """The tokens of a connection."""
        return self._both(person_id, connection.access_token, connection.refresh_token)

    def opened(self, person_id: str, key_id: str, access: bytes, refresh: bytes) -> tuple[str, str]:
        """Access and refresh token. Raises Unreadable."""
        return (
            self._cipher.open(key_id, access, _purpose("access", person_id)),
            self._cipher.open(key_id, refresh, _purpose("refresh", person_id)),
        )

    def anew(self, person_id: str, key_id: str, access: bytes, refresh: bytes) -> Sealed:
        """The same tokens, sealed with the first key. Raises Unreadable."""
        return self._both(person_id, *self.opened(person_id, key_id, access, refresh))

    def _both(self, person_id: str, access: str, refresh: str) -> Sealed:
        return (
            self._cipher.key_id,
            self._cipher.seal(access, _purpose("access", person_id)),
            self._cipher.seal(refresh, _purpose("refresh", person_id)),
        )


def _purpose(kind: str, person_id: str) -> str:
    return f"{kind} token of {person_id}"
