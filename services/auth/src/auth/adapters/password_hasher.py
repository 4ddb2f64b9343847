"""argon2id off the event loop, a few at a time: each takes 64 MiB and a good part of a second."""

import asyncio
import base64
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

_AT_ONCE = 2


class Argon2Hasher:
    """Implements the port Hasher, with the parameters that argon2-cffi advises (RFC 9106 4, second choice)."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobodys = _of_nobody(self._hasher)
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def encode(self, password: str) -> str:
        """Parameters, salt and hash in one text."""
        async with self._turns:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def fits(self, encoded: str | None, password: str) -> bool:
        """Whether this is the password. Without one the same work is done, and the answer is no."""
        async with self._turns:
            verified = await asyncio.to_thread(self._verify, encoded or self._nobodys, password)
        return verified and encoded is not None

    def is_outdated(self, encoded: str) -> bool:
        """Whether it was made with other parameters than today's."""
        return self._hasher.check_needs_rehash(encoded)

    def _verify(self, encoded: str, password: str) -> bool:
        try:
            return self._hasher.verify(encoded, password)
        except VerifyMismatchError:
            return False


def _of_nobody(hasher: PasswordHasher) -> str:
    """A random hash that no password has, with the parameters of today's: checking against it costs the same."""
    parameters = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2id$v=19${parameters}${_random(hasher.salt_len)}${_random(hasher.hash_len)}"


def _random(length: int) -> str:
    return base64.b64encode(secrets.token_bytes(length)).decode().rstrip("=")
